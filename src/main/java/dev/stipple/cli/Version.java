package dev.stipple.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar was built as. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "stipple "
                    + Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "(not packaged)")
        };
    }
}
