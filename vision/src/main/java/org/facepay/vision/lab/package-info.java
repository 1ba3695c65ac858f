/**
 * Measures the shipped pipeline on labelled pictures: face verification (ISO/IEC 19795-1, LFW's
 * View-2 protocol) and presentation attack detection (ISO/IEC 30107-3).
 */
package org.facepay.vision.lab;
