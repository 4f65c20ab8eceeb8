package org.graphgarden.inference.profile;

import ai.onnxruntime.OrtEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads the ONNX runtime so that nothing of it stays behind in the temporary folder, however the process ends: left to itself it
 * unpacks its libraries there. A folder set in {@code onnxruntime.native.path} is respected.
 */
final class NativeRuntime {
    private static final String NATIVE_PATH = "onnxruntime.native.path";

    private NativeRuntime() {}

    static synchronized OrtEnvironment environment() {
        if (System.getProperty(NATIVE_PATH) != null) {
            return OrtEnvironment.getEnvironment();
        }
        List<String> libraries =
                List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        try {
            // The property as it is now: the JDK's own default is the one the process was started with.
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Path folder = Files.createTempDirectory(temporary, "native");
            try {
                for (String library : libraries) {
                    unpack(library, folder);
                }
                System.setProperty(NATIVE_PATH, folder.toString());
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                removeUnusedFolder();
                return environment;
            } finally {
                System.clearProperty(NATIVE_PATH);
                remove(folder, libraries);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the ONNX runtime cannot be unpacked", failure);
        }
    }

    /** The runtime makes a folder even when it unpacks nothing, and deletes it at the exit that a killed process does not have. */
    private static void removeUnusedFolder() {
        try {
            Field made = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            made.setAccessible(true);
            if (made.get(null) instanceof Path folder) {
                Files.deleteIfExists(folder);
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException | IOException e) {
            // Another version of the runtime: then an empty folder is left behind a killed process.
        }
    }

    private static void unpack(String library, Path folder) throws IOException {
        String resource = "/ai/onnxruntime/native/" + platform() + "/" + library;
        try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no ONNX runtime for this platform: " + resource + " is missing");
            }
            Files.copy(in, folder.resolve(library));
        }
    }

    /** A loaded library may be deleted at once, except on Windows, where it has to wait for the end of the process. */
    private static void remove(Path folder, List<String> libraries) {
        folder.toFile()
                .deleteOnExit(); // last registered goes first, so the folder has to be registered before its files
        for (String library : libraries) {
            deleteNowOrAtExit(folder.resolve(library).toFile());
        }
        deleteNowOrAtExit(folder.toFile());
    }

    private static void deleteNowOrAtExit(File file) {
        if (file.exists() && !file.delete()) {
            file.deleteOnExit();
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        return family + "-" + (arm ? "aarch64" : "x64");
    }
}
