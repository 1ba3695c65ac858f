package org.facepay.terminal.lab.shop;

/** What something that was tried in the demo's shop came to; printed, it is one line. */
public interface Judged {
  boolean good();
}
