package org.graphgarden.registry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a server is believed with, instead of those that come with Java.
 *
 * @param password of the file; PEM files have none
 */
public record TrustStore(Path file, Type type, Supplier<Optional<String>> password) {

    /** What kind of file it is. */
    public enum Type {
        /** One or more certificates as text. */
        PEM,
        PKCS12,
        JKS
    }

    @Override
    public String toString() {
        return "TrustStore[file=" + file + ", type=" + type + "]";
    }

    /**
     * A context that trusts these certificates only.
     *
     * @throws SchemaRegistryException when the file cannot be read or holds none
     */
    SSLContext context() {
        try {
            KeyStore store = type == Type.PEM ? certificates() : keyStore();
            if (store.size() == 0) {
                throw new SchemaRegistryException("trust store " + file + " holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new SchemaRegistryException(
                    "trust store " + file + " cannot be read as " + type + ": " + e.getMessage()
                            + "; check schema-registry.truststore, its type and its password",
                    e);
        }
    }

    private KeyStore keyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type.name());
        char @Nullable [] secret = password.get().map(String::toCharArray).orElse(null);
        try (InputStream in = open()) {
            store.load(in, secret);
        }
        return store;
    }

    private KeyStore certificates() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = open()) {
            int number = 0;
            for (Certificate certificate : factory().generateCertificates(in)) {
                store.setCertificateEntry("certificate-" + number++, certificate);
            }
        }
        return store;
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
