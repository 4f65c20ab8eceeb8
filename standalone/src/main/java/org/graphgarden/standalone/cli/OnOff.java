package org.graphgarden.standalone.cli;

/** A switch on the command line. */
enum OnOff {
    ON,
    OFF;

    boolean isOn() {
        return this == ON;
    }
}
