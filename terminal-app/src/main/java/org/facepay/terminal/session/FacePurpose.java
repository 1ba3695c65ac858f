package org.facepay.terminal.session;

/** What a face is used for; each is agreed to by itself. */
public enum FacePurpose {
  /** To find out which member it is. */
  RECOGNITION,
  /** To pay from the member's account. */
  PAYMENT,
  /** To become a member whose face is known. */
  STORAGE
}
