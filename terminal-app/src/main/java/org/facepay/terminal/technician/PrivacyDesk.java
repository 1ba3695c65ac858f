package org.facepay.terminal.technician;

import java.util.Optional;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore.Dossier;
import org.facepay.terminal.member.MemberStore.Privacy;

/** What the console may know and do about members; carried out while the terminal is running. */
public interface PrivacyDesk {

  /**
   * Counts, nothing of anybody.
   *
   * @param templates faces kept now
   * @param tombstones faces deleted so far
   */
  record Kept(Privacy counts, int templates, int tombstones) {}

  Kept kept() throws MemberException;

  /**
   * The number of a member.
   *
   * @param text a member's number, or a whole phone number
   */
  Optional<String> find(String text) throws MemberException;

  /** All that is kept of a member; that it was read is recorded. */
  Dossier export(String member) throws MemberException;

  /**
   * Deletes a member with templates, name and phone, at once.
   *
   * @return how many templates there were
   */
  int erase(String member) throws MemberException;
}
