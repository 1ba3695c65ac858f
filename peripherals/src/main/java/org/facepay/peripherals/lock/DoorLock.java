package org.facepay.peripherals.lock;

/** A lock board: bolts, and a switch at each of their doors. */
public interface DoorLock extends Lock, DoorSensor {}
