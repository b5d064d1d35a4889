package dev.tarn.plot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that shows pages from files, and what it says about them. */
final class Browser implements AutoCloseable {
  private static final Pattern REQUEST =
      Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

  private static final Logger QUIET = Logger.getLogger("org.openqa.selenium");

  private final Path folder;
  private final ChromeDriver driver;

  private Browser(Path folder, ChromeDriver driver) {
    this.folder = folder;
    this.driver = driver;
  }

  /** Starts a browser; aborts the test where the machine has none. */
  static Browser start(Path folder) {
    Optional<File> chromium = find("chromium", "chromium-browser", "google-chrome", "chrome");
    Optional<File> driver = find("chromedriver");
    Assumptions.assumeTrue(
        chromium.isPresent() || driver.isPresent(),
        "skipped: there is neither Chromium nor chromedriver on the PATH"
            + " (Debian: apt-get install chromium chromium-driver)");
    assertThat(chromium).as("chromedriver is on the PATH, but no Chromium").isPresent();
    assertThat(driver).as("Chromium is on the PATH, but no chromedriver").isPresent();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"));
    // It warns that it does not know this version of the browser, of which it need know nothing.
    QUIET.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    logs.enable("performance", Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    // With the driver named, Selenium looks for none, neither here nor on the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow())
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(folder, new ChromeDriver(service, options));
    browser.width(1280);
    return browser;
  }

  private static Optional<File> find(String... names) {
    List<String> folders =
        List.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /** Shows a page; forgets what was said about earlier ones. */
  void open(String page) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), page);
    messages();
    requests();
    driver.get(file.toUri().toString());
  }

  /** Goes to an address. */
  void go(String address) {
    driver.get(address);
  }

  /** Errors, warnings and other messages of the console since the last call. */
  List<String> messages() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses asked for since the last call. */
  List<String> requests() {
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get("performance")) {
      Matcher matcher = REQUEST.matcher(entry.getMessage());
      if (matcher.find()) {
        addresses.add(matcher.group(1));
      }
    }
    return addresses;
  }

  /** The width of the window in CSS pixels. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the reader prefers: {@code light} or {@code dark}. */
  void scheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The texts that are to be seen, all at one moment. */
  List<String> texts(String selector) {
    Object texts =
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map((node) =>"
                + " node.getClientRects().length === 0 ? ''"
                + " : (node.innerText ?? node.textContent).trim())",
            selector);
    return ((List<?>) Objects.requireNonNull(texts)).stream().map(String::valueOf).toList();
  }

  /** Clicks an element when the page has drawn what it was about to draw. */
  void click(String selector) {
    settle();
    one(selector).click();
  }

  String text(String selector) {
    return one(selector).getText();
  }

  /** Where a line of the picture is in the window: x and y at a share of its length. */
  double[] place(String selector, double share) {
    Object place =
        driver.executeScript(
            "const line = document.querySelector(arguments[0]);"
                + "const point = line.getPointAtLength(arguments[1] * line.getTotalLength());"
                + "const matrix = line.getScreenCTM();"
                + "return [point.x + matrix.e, point.y + matrix.f];",
            selector,
            share);
    return ((List<?>) Objects.requireNonNull(place))
        .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }

  /** Waits until the page has drawn what it was about to draw. */
  void settle() {
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
  }

  /** The value of an expression of JavaScript. */
  Object value(String expression) {
    return Optional.ofNullable(driver.executeScript("return " + expression)).orElse("null");
  }

  double number(String expression) {
    return ((Number) value(expression)).doubleValue();
  }

  Actions mouse() {
    return new Actions(driver);
  }

  void choose(String select, String option) {
    one(select + " option[value='" + option + "']").click();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses Tab until an element has the focus. */
  void tabTo(String selector) {
    for (int k = 0; k < 100; k++) {
      if (value("document.activeElement.matches(\"" + selector + "\")").equals(true)) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("Tab does not reach " + selector);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
