package dev.stipple.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Assesses people on a cluster: {@code IN OUT RULES [OLD_RULES]}.
 *
 * <p>IN is Parquet with the columns {@code id} and {@code answers} (JSON text), or JSON Lines with the same members. OUT is
 * Parquet with a row an id, in a folder for each rulebook: a rerun writes the same rows again instead of more. Prints how
 * many people got which verdict, and which before where there are old rules.
 */
public final class Job {
    private Job() {}

    public static void main(String[] arguments) throws IOException {
        RulesTexts rules = RulesTexts.read(arguments[2]);
        RulesTexts before = arguments.length > 3 ? RulesTexts.read(arguments[3]) : null;
        try (SparkSession spark = SparkSession.builder().appName("stipple").getOrCreate()) {
            people(spark, arguments[0])
                    .mapPartitions(new AssessPeople(rules, before), Encoders.row(AssessPeople.SCHEMA))
                    .write()
                    .mode(SaveMode.Overwrite)
                    .option("partitionOverwriteMode", "dynamic")
                    .partitionBy("rulebook")
                    .parquet(arguments[1]);
            report(spark.read().parquet(arguments[1]).where(col("rulebook").equalTo(AssessPeople.digest(rules))));
        }
    }

    private static Dataset<Row> people(SparkSession spark, String in) {
        return in.endsWith(".parquet")
                ? spark.read().parquet(in).select("id", "answers")
                : spark.read()
                        .text(in)
                        .where(trim(col("value")).notEqual(""))
                        .select(lit(null).cast(DataTypes.StringType).as("id"), col("value"));
    }

    private static void report(Dataset<Row> assessed) {
        for (Row row : assessed.groupBy("previousVerdict", "verdict")
                .count()
                .orderBy("previousVerdict", "verdict")
                .collectAsList()) {
            System.out.printf(
                    "%-26s -> %-26s %,12d%n",
                    row.isNullAt(0) ? "-" : row.getString(0),
                    row.isNullAt(1) ? "could not be assessed" : row.getString(1),
                    row.getLong(2));
        }
        Row all = assessed.agg(
                        count("*"),
                        count("id").minus(countDistinct("id")),
                        sum(xxhash64(col("id"), col("verdict"), col("assessment"), col("problem"))
                                .cast(DataTypes.createDecimalType(38, 0))))
                .first();
        System.out.println("people " + all.getLong(0) + ", ids that are there twice " + all.getLong(1) + ", checksum "
                + all.getDecimal(2));
    }
}
