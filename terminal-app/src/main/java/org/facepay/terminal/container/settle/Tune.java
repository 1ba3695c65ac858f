package org.facepay.terminal.container.settle;
public final class Tune { public static double get(String k,double d){ return Double.parseDouble(System.getProperty(k,""+d)); } }
