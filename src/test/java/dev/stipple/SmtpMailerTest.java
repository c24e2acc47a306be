package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.mail.Mail;
import dev.stipple.mail.MailAddress;
import dev.stipple.mail.Sender;
import dev.stipple.mail.Unsent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How mails are handed to a server, by the settings that a service has if nobody changes them. */
@Tag("whole")
class SmtpMailerTest {
    private static final String SETTINGS = "spring.mail.properties.";
    private static final String NEEDS_TLS = "mail.smtp.starttls.required";
    private static final Mail MAIL = new Mail(
            "an-id",
            Sender.of("Clinic <desk@clinic.example>"),
            MailAddress.of("ada@example.org").orElseThrow(),
            "News",
            "There is something new.\n",
            Spoken.EN);

    private final ServerSocket listening;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Duration looks = Duration.ZERO;

    SmtpMailerTest() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setHost(listening.getInetAddress().getHostAddress());
        server.setPort(listening.getLocalPort());
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Objects.requireNonNull(yaml.getObject()).forEach((name, value) -> {
            if (name.toString().startsWith(SETTINGS)) {
                server.getJavaMailProperties()
                        .setProperty(name.toString().substring(SETTINGS.length()), value.toString());
            }
        });
        var thread = new Thread(this::answer);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        listening.close();
    }

    /** Takes one mail, without TLS, and says nothing to whoever leaves. */
    private void answer() {
        try (Socket client = listening.accept()) {
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 clinic.example");
            for (String line = lines.readLine(); line != null && !line.equals("QUIT"); line = lines.readLine()) {
                said.add(line);
                if (line.equals("DATA")) {
                    say(client, "354 go on");
                    String text = lines.readLine();
                    while (!".".equals(text)) {
                        text = lines.readLine();
                    }
                    end.await(looks.toMillis(), TimeUnit.MILLISECONDS);
                }
                say(client, "250 taken");
            }
            end.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Unsent> send() {
        return new SmtpMailer(server).send(MAIL);
    }

    @Test
    void nothingOfAMailGoesToAServerWithoutTls() {
        assertThat(send()).contains(Unsent.NOT_TAKEN);

        assertThat(said).isNotEmpty().noneMatch(line -> line.startsWith("MAIL") || line.startsWith("RCPT"));
    }

    @Test
    void aServerThatLooksIntoAMailAndSaysNothingInTheEndHasTakenIt() {
        server.getJavaMailProperties().setProperty(NEEDS_TLS, "false");
        looks = Duration.ofSeconds(4);

        assertThat(send()).isEmpty();

        assertThat(said).contains("RCPT TO:<ada@example.org>", "DATA");
    }
}
