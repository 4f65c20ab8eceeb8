package org.graphgarden.pruner.community;

/** What a community is called: an id that stays, and a label for readers. */
record Name(String id, String label) {}
