package org.facepay.terminal.session;

/**
 * Facts that sessions are made of, of whatever kind they are: what a code, a hand, a worker, a
 * sensor, the time or the house told. They are kept in the journal and replayed, so they carry all
 * they mean.
 */
public sealed interface Event permits Read, Touched, Answered, Moved, Timed, Told {}
