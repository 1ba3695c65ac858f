package org.facepay.terminal.world.members;

import java.nio.file.Path;

/**
 * The shop's members; they need no camera.
 *
 * @param key of what is kept of them; another partition than theirs is best
 */
public record MemberSettings(Path key) {}
