package org.sverka.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsReaderTest {
  private Descriptor descriptor;

  @BeforeEach
  void descriptor() throws IOException {
    descriptor =
        DescriptorReader.read("roadmap.json", Files.readString(Path.of("seeds", "roadmap.json")));
  }

  private Accounts read(String json) {
    return AccountsReader.read("accounts.json", json.replace('\'', '"'), descriptor);
  }

  @Test
  void account_isKnownByAddressIdOrDomain() {
    Accounts accounts =
        read("{'spb': ['@gov.spb.ru', '0123'], 'kaliningrad': ['Guest@gov.spb.ru']}");

    assertThat(accounts.party("ivanova@GOV.spb.ru", "")).contains("spb");
    assertThat(accounts.party("guest@gov.spb.ru", "")).contains("kaliningrad");
    assertThat(accounts.party("", "0123")).contains("spb");
    assertThat(accounts.party("x@mail.gov.spb.ru", "9")).isEmpty();
    assertThat(accounts.party("", "")).isEmpty();
  }

  @Test
  void descriptor_namesTheFile() {
    assertThat(descriptor.accounts()).isEqualTo("accounts.json");
  }

  @Test
  void accounts_arePrintedAsANumber() {
    assertThat(read("{'spb': ['ivanova@gov.spb.ru']}")).hasToString("Accounts[1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'spb': | not valid JSON",
        "[] | must be an object",
        "{'msk': []} | msk",
        "{'spb': 'ivanova@gov.spb.ru'} | a list",
        "{'spb': ['ivanova']} | account 1 of the party",
        "{'spb': ['a@b.ru', 'ivanova @gov.spb.ru']} | account 2 of the party",
        "{'spb': ['ivanova@gov.spb.ru'], 'kaliningrad': ['IVANOVA@gov.spb.ru']} | another party",
      })
  void wrongFile_isRefusedWithoutNamingAnybody(String json, String words) {
    assertThatExceptionOfType(InvalidRoadmapException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContainIgnoringCase("ivanova"));
  }
}
