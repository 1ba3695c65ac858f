/** Pictures from a camera, a clip or a folder, and what the shopper's page shows of them. */
package org.facepay.vision.camera;
