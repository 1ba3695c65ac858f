package org.facepay.terminal.devices;

import org.facepay.terminal.language.Language;

/**
 * What a role of devices is called.
 *
 * @param key in the configuration, in commands and in reports
 * @param english on the technician's page, as
 * @param chinese in the other language
 */
public record RoleName(String key, String english, String chinese) {
  public String in(Language language) {
    return language.choose(chinese, english);
  }
}
