package org.sverka.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Credentials files as Google gives them out, with real keys. */
public final class KeyFiles {
  private static final KeyPair KEYS = make();
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeyFiles() {}

  /** A key of a service account. */
  public static String serviceAccount(String email, String tokenUri) {
    return serviceAccount(email, tokenUri, keys());
  }

  /** The same with a key pair of which the other half is known. */
  public static String serviceAccount(String email, String tokenUri, KeyPair keys) {
    String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return json(
        Map.of(
            "type", "service_account",
            "project_id", "example",
            "private_key_id", "1",
            "private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
            "client_email", email,
            "client_id", "1",
            "token_uri", tokenUri));
  }

  /** An OAuth client of the type "Desktop app". */
  public static String client(String id, String secret, String tokenUri) {
    return json(
        Map.of(
            "installed",
            Map.of(
                "client_id", id,
                "client_secret", secret,
                "auth_uri", "https://accounts.example/auth",
                "token_uri", tokenUri)));
  }

  /** One pair for all: to make one takes long. */
  public static KeyPair keys() {
    return KEYS;
  }

  private static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Saves a file that only its owner can read. */
  public static Path save(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".fresh");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    return Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Saves what a person permitted, where it is looked for beside the client's file. */
  public static Path permit(Path clientFile, String json) throws IOException {
    Path folder = clientFile.resolveSibling("tokens");
    if (!Files.exists(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return save(folder.resolve("google.json"), json);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
