package org.sverka.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every rule. */
class RulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.sverka.rule");

  static Set<String> ids() {
    return CLASSES.stream()
        .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
        .map(type -> kebab(type.getSimpleName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  @Test
  void everyRule_saysInItsDocumentationWhatHolds() throws Exception {
    for (String name :
        CLASSES.stream()
            .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
            .map(type -> type.getSimpleName())
            .toList()) {
      String source = Files.readString(Path.of("src/main/java/org/sverka/rule/" + name + ".java"));
      assertThat(source)
          .as(name)
          .containsPattern("/\\*\\*[\\s\\S]{20,400}?\\*/\\s*public final class " + name);
    }
  }

  @Test
  void everyRowRule_isAskedOfTheRoadmapOrOfReviews() {
    List<String> asked =
        Stream.of(RuleSet.standard(List.of()), RuleSet.reviews())
            .flatMap(set -> set.rowRules().stream())
            .map(Rule::id)
            .distinct()
            .sorted()
            .toList();
    List<String> written =
        CLASSES.stream()
            .filter(type -> type.isAssignableTo(RowRule.class) && !type.isInterface())
            .map(type -> kebab(type.getSimpleName()))
            .sorted()
            .toList();
    assertThat(asked).isEqualTo(written);
  }
}
