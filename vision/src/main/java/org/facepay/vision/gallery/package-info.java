/**
 * Who a face may belong to: one-to-many search over templates, and the encrypted place where they
 * are kept.
 */
package org.facepay.vision.gallery;
