/** What holds for every completion of partial answers: possible verdicts, deciding questions, reasons, disputes. */
@NullMarked
package dev.stipple.reasoning.outlook;

import org.jspecify.annotations.NullMarked;
