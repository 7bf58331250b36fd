package org.sverka.store;

import org.sverka.tlog.Hash;

/**
 * What a committed tree is.
 *
 * @param size how many leaves
 */
record TreeHead(long size, Hash root) {}
