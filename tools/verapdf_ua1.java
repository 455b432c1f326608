import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * veraPDF's PDF/UA-1 rules over many files in one run; the files are named as arguments or, without any,
 * on the lines of the standard input. A line of fields parted by tabs for each file:
 * "pass FILE", "fail FILE" or "unread FILE reason"; and before a "fail" a line for each rule that is
 * broken: "rule FILE clause-test times message place".
 */
class verapdf_ua1 {
    private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] named) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile;
        try (InputStream rules = verapdf_ua1.class.getResourceAsStream(PROFILE)) {
            profile = Profiles.profileFromXml(rules);
        }
        boolean well = true;
        for (String file : named.length > 0 ? List.of(named) : lines()) {
            well &= check(file, profile);
        }
        System.exit(well ? 0 : 1);
    }

    private static List<String> lines() throws Exception {
        List<String> found = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                found.add(line);
            }
        }
        return found;
    }

    private static boolean check(String file, ValidationProfile profile) {
        try (InputStream data = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(data, PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            tellRules(file, result);
            tell(result.isCompliant() ? "pass" : "fail", file);
            return result.isCompliant();
        } catch (Throwable trouble) { // one file that cannot be read must not end the run
            tell("unread", file, trouble.toString());
            return false;
        }
    }

    private static void tellRules(String file, ValidationResult result) {
        Map<String, TestAssertion> first = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                first.putIfAbsent(rule, one);
                times.merge(rule, 1, Integer::sum);
            }
        }
        first.forEach((rule, one) -> tell(
                "rule", file, rule, times.get(rule).toString(), one.getMessage(), one.getLocation().getContext()));
    }

    private static void tell(String... fields) {
        List<String> plain = new ArrayList<>();
        for (String field : fields) {
            plain.add(field == null ? "" : field.replaceAll("\\s+", " "));
        }
        System.out.println(String.join("\t", plain));
    }
}
