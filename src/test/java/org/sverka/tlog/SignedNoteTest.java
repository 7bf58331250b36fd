package org.sverka.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors: {@code sumdb/note} of golang.org/x/mod v0.7.0, and c2sp.org/signed-note. */
final class SignedNoteTest {
  private static final String SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String BODY =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String NOTE =
      BODY
          + "\n"
          + "— PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  private final VerifierKey verifier = VerifierKey.parse(VERIFIER);

  @Test
  void keyOfOthers_signsAsTheyDo() {
    SigningKey key = SigningKey.parse(SECRET, verifier);

    assertThat(SignedNote.sign(BODY, key)).isEqualTo(NOTE);
  }

  @Test
  void noteOfOthers_isOpened() {
    assertThat(SignedNote.open(NOTE, verifier)).contains(BODY);
  }

  @Test
  void exampleOfTheSpecification_isOpened() {
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    String note =
        "This is an example message.\n\n"
            + "— example.com/foo"
            + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    assertThat(SignedNote.open(note, key)).contains("This is an example message.\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 99, 103, 116, 120, 190})
  void changedNote_isNotOpened(int at) {
    String changed = NOTE.substring(0, at) + "x" + NOTE.substring(at + 1);

    assertThat(SignedNote.open(changed, verifier)).isEmpty();
  }

  @Test
  void freshKey_comesBackFromItsTexts() {
    SigningKey key = SigningKey.generate("sverka.example/one/log");

    SigningKey again = SigningKey.parse(key.secretText(), VerifierKey.parse(key.verifier().text()));

    assertThat(SignedNote.open(SignedNote.sign("x\n", again), key.verifier())).contains("x\n");
    assertThat(key.toString()).doesNotContain(key.secretText());
  }

  @Test
  void halvesOfTwoKeys_areNoKey() {
    String other = SigningKey.generate("PeterNeumann").verifier().text();

    assertThatThrownBy(() -> SigningKey.parse(SECRET, VerifierKey.parse(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("AYEKFALVF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void anythingElse_isNoVerifierKey(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void checkpoint_isThreeLines() {
    Checkpoint checkpoint = new Checkpoint("example.com/log", 0, Hash.EMPTY);

    assertThat(checkpoint.body())
        .isEqualTo("example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    assertThat(Checkpoint.parse(checkpoint.body())).isEqualTo(checkpoint);
    assertThatThrownBy(() -> Checkpoint.parse(checkpoint.body() + "more\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
