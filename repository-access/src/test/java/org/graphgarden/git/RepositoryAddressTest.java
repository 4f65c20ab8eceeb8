package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/garden/herbs.git, HTTPS, herbs",
        "https://example.org:8443/herbs/, HTTPS, herbs",
        "http://127.0.0.1:8080/herbs.git, HTTP_LOOPBACK, herbs",
        "http://localhost/herbs, HTTP_LOOPBACK, herbs",
        "http://[::1]:8080/herbs, HTTP_LOOPBACK, herbs",
        "ssh://git@example.org:2222/garden/herbs.git, SSH, herbs",
        "git@example.org:garden/herbs.git, SSH, herbs",
        "example.org:herbs.git, SSH, herbs",
        "/srv/git/herbs.git, LOCAL, herbs",
        "/srv/git/herbs/.git, LOCAL, herbs",
        "file:///srv/git/herbs, LOCAL, herbs",
        "./beds:2026/herbs, LOCAL, herbs",
    })
    void shouldTakeAddressWhenTransportIsAllowed(String text, RepositoryAddress.Kind kind, String name) {
        // when
        RepositoryAddress address = RepositoryAddress.parse(text);

        // then
        assertThat(address.kind()).isEqualTo(kind);
        assertThat(address.shortName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ext::sh -c date",
                "fd::17/herbs",
                "git://example.org/herbs",
                "ftp://example.org/herbs",
                "http://example.org/herbs",
                "http://127.0.0.1.example.org/herbs",
                "http://user@127.0.0.1@example.org/herbs",
                "--upload-pack=date",
                "-herbs",
                "-oProxyCommand=date:herbs",
                "ssh://-oProxyCommand=date/herbs",
                "ssh://-x@example.org/herbs",
                "ssh://example.org/-herbs",
                "git@example.org:-herbs",
                "ssh://git:secret@example.org/herbs",
                "https:///herbs",
                "https://example.org/herbs?token=x",
                "file://example.org/herbs",
                "https://example.org/her\nbs",
                "/srv/her\u0000bs",
            })
    void shouldRefuseAddressWhenItCouldRunOrLeakSomething(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepositoryAddress.parse(text));
    }

    @Test
    void shouldPrintNoCredentialsWhenAddressHoldsThem() {
        // given
        String text = "https://robin:s3cr%2Bet@example.org/herbs.git";

        // when
        RepositoryAddress address = RepositoryAddress.parse(text);

        // then
        assertThat(address).hasToString("https://***@example.org/herbs.git");
        assertThat(address.location()).isEqualTo("https://example.org/herbs.git");
        assertThat(address.credentials()).isEqualTo(new Credentials("robin", "s3cr+et"));
        assertThat(String.valueOf(address.credentials())).isEqualTo("***");
        assertThat(Access.to(address).toString()).doesNotContain("s3cr", "robin");
    }

    @Test
    void shouldNotRepeatInputWhenAddressIsMalformed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepositoryAddress.parse("https://robin:secret@exa mple.org/herbs"))
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void shouldMakePathAbsoluteWhenRelative() {
        assertThat(RepositoryAddress.parse("herbs/../roots").localPath())
                .isEqualTo(Path.of("roots").toAbsolutePath());
    }
}
