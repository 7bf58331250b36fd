package org.sverka.local;

/** Who sends a request. */
enum Editor {
  /** A client of the API: it stands for the service account, which may edit everything. */
  SERVICE,
  /** A person at the page: stopped by protected ranges. */
  PERSON
}
