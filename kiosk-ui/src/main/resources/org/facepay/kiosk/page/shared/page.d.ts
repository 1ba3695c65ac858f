// What a view is given besides its screen, and what it gives back; read by editors and the type check only.
import type { TemplateResult, nothing } from '/lit/lit-html.js';
import type { DirectiveResult } from '/lit/directive.js';
import type { Display, Intent } from '../messages.js';
import type { Voice } from '../voice/voice.js';
import type { Words } from '../words.js';

/** The panels that the layouts are drawn for. */
export type Size = 'p21' | 'l10' | 'l7';

export interface Page {
  /** In the shopper's language. */
  words: Words;
  display: Display;
  size: Size;
  portrait: boolean;
  /** The 10.1" panel. */
  medium: boolean;
  /** The 7" panel. */
  small: boolean;
  largerText: boolean;
  chinese: boolean;
  /** Rows of the list below the fold; below 0 at the end of a list that has more above. */
  hidden: number;
  /** Whether the list has anything above what is in sight. */
  above: boolean;
  /** Seconds left of what is counted down. */
  seconds: number;
  /** For those who listen instead of looking. */
  voice: Voice;
  /** Whether a dialog stands above the screen, which is out of reach then. */
  calm: boolean;
  send: Send;
}

/** Tells the terminal what was touched, with the fields of that intent. */
export type Send = <Name extends Intent['intent']>(intent: Name, ...about: About<Named<Name>>) => void;

type Named<Name> = Extract<Intent, { intent: Name }>;
type About<Sent> = keyof Sent extends 'intent' ? [] : [Omit<Sent, 'intent'>];

/** Something to draw, or nothing. */
export type Drawn = TemplateResult | DirectiveResult | typeof nothing;

/** A piece of a screen. */
export type Part<Given extends unknown[] = []> = (page: Page, ...given: Given) => Drawn;

/** Draws a screen with the dialog above it; a pure function of both and of the panel. */
export type View<Screen> = Part<[screen: Screen, over: Drawn]>;
