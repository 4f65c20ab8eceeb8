package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/Codertocat/Hello-World.git",
                "https://github.com/Codertocat/Hello-World",
                "https://someone:secret@GitHub.com:443/codertocat/hello-world/",
                "ssh://git@github.com:22/codertocat/hello-world.git",
                "git@github.com:Codertocat/Hello-World.git",
                "git://github.com/Codertocat/Hello-World.git",
            })
    void shouldFindOneRepositoryBehindItsAddresses(String address) {
        assertThat(ForgeAddress.of(address)).contains("github.com/codertocat/hello-world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/srv/git/library.git", "library", "https://github.com", "https://github.com/"})
    void shouldFindNoneInWhatIsNoAddressOfAForge(String address) {
        assertThat(ForgeAddress.of(address)).isEmpty();
    }
}
