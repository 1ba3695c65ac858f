package org.facepay.terminal.technician;

import org.facepay.sync.desk.Response;
import org.facepay.terminal.member.MemberException;

/** A page of the console, or something done on one, for somebody who has given the PIN. */
@FunctionalInterface
interface Page {
  Response answer(Visit visit) throws MemberException;
}
