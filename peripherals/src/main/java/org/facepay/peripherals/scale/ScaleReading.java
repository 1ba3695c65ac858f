package org.facepay.peripherals.scale;

/** What a scale says when it is asked. */
public sealed interface ScaleReading permits Weight, NotWeighed {}
