// What the terminal sends, as records of org.facepay.kiosk.screen; read by editors and type checkers only.

/**
 * @typedef {{ language: 'ZH' | 'EN', largerText: boolean, highContrast: boolean, shop: string, terminal: string, clock: string, online: boolean }} Display
 * @typedef {{ id: string, picture: string, name: string, note: string, quantity: string, count: number, price: string,
 *   was: string | null, offer: string | null, open: boolean, justScanned: boolean }} Line
 * @typedef {{ items: number, gross: string, total: string, saved: string | null, reductions: { label: string, amount: string }[],
 *   taxes: { rate: string, amount: string }[] }} Totals
 * @typedef {{ kind: string, detail: string }} Notice
 * @typedef {{ type: string, [field: string]: any }} Screen
 * @typedef {{ type: 'idleWarning' | 'attendantCalled' | 'confirmCancel', [field: string]: any }} Overlay
 * @typedef {{ seq: number, display: Display, screen: Screen, overlay: Overlay | null }} Snapshot
 *
 * What a view gets besides its screen: words, the panel's layout, and how to send an intent.
 * @typedef {{ t: typeof import('./words-zh.js').zh, display: Display, size: string, portrait: boolean, small: boolean, medium: boolean,
 *   large: boolean, zh: boolean, hidden: number, seconds: number, calm: boolean,
 *   send: (intent: string, more?: Record<string, unknown>) => void }} Context
 */
export {};
