package org.sverka.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the database, and changes it, behind the store's back. */
final class Tampering {
  private Tampering() {}

  static String one(DataDirectory directory, String query) {
    try (Connection connection = connect(directory);
        Statement statement = connection.createStatement()) {
      return statement.executeQuery(query).getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static void change(DataDirectory directory, String update) {
    try (Connection connection = connect(directory);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(update);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection connect(DataDirectory directory) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.file("sverka.db"));
  }
}
