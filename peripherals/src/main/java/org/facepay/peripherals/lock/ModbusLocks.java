package org.facepay.peripherals.lock;

import java.util.BitSet;
import org.facepay.peripherals.link.DeviceException;
import org.facepay.peripherals.link.Link;
import org.facepay.peripherals.modbus.ModbusMaster;
import org.facepay.peripherals.problem.Identity;

/** A Modbus RTU lock board. */
public final class ModbusLocks implements DoorLock {
  private static final int READ_DISCRETE_INPUTS = 2;

  private final ModbusMaster master;
  private final LockProfile profile;

  public ModbusLocks(Link link, LockProfile profile) {
    this.master = new ModbusMaster(link, profile.answer());
    this.profile = profile;
  }

  @Override
  public Identity checkHealth() throws DeviceException {
    BitSet ignored = inputs();
    return Identity.of(Identity.Kind.LOCK_BOARD, profile.channels());
  }

  @Override
  public int channels() {
    return profile.channels();
  }

  @Override
  public void unlock(int channel) throws DeviceException {
    master.coil(profile.unit(), profile.firstCoil() + checked(channel), true);
  }

  @Override
  public void lock(int channel) throws DeviceException {
    master.coil(profile.unit(), profile.firstCoil() + checked(channel), false);
  }

  @Override
  public boolean doorOpened(int channel) throws DeviceException {
    return inputs().get(checked(channel)) == profile.openIsHigh();
  }

  @Override
  public void close() {
    master.close();
  }

  private BitSet inputs() throws DeviceException {
    return master.bits(
        profile.unit(), READ_DISCRETE_INPUTS, profile.firstInput(), profile.channels());
  }

  private int checked(int channel) {
    if (channel < 0 || channel >= profile.channels()) {
      throw new IllegalArgumentException("no bolt " + channel + " of " + profile.channels());
    }
    return channel;
  }
}
