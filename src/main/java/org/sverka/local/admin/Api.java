package org.sverka.local.admin;

/** What a request is addressed to. */
public enum Api {
  /** Below {@code /v4}. */
  SHEETS,
  /** Below {@code /drive/v3}. */
  DRIVE,
  /** The OAuth token endpoint, {@code /token}. */
  TOKEN,
  /** The page, its files, and what it reads. */
  PAGE
}
