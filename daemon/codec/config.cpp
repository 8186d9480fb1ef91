#include "codec/config.hpp"

#include <fstream>
#include <set>

#include "codec/answer_link.hpp"
#include "codec/config_secrets.hpp"
#include "codec/quantities.hpp"
#include "codec/yaml_node.hpp"

namespace werktdoord {

namespace {

// Puts what was read in place of the default; leaves it where nothing was given or it is wrong.
template <class T, class Read>
void take(T& value, std::optional<Read> read) {
    if (read) value = std::move(*read);
}

void take_text(std::string& value, const Node& node) {
    if (node) value = node.text();
}

// Whether a line of the file begins a certificate; what it is worth shows at the connection.
bool holds_pem(const std::filesystem::path& path) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("-----BEGIN CERTIFICATE-----")) return true;
    return false;
}

class ConfigReader {
public:
    ConfigReader(Config& config, const EnvLookup& env) : config_(config), env_(env) {}

    void read(Node root) {
        read_listen(root.optional("listen"));
        read_public_url(root.optional("public_url"));
        Node store = root.optional("store");
        read_path(config_.store, store.optional("path"));
        store.finish();
        const Node rules = root.optional("rules");
        if (rules) config_.rules_at = rules.where();
        read_path(config_.rules, rules);
        read_intake(root.optional("intake"));
        read_api(root.optional("api"));
        read_answers(root.optional("answers"));
        read_mail(root.optional("mail"));
        read_log(root.optional("log"));
        root.optional("time_zone");
        root.finish();
    }

private:
    // Also a default is against the folder of the configuration.
    void read_path(std::filesystem::path& path, const Node& node) {
        if (node) path = node.text();
        path = (config_.folder / path).lexically_normal();
    }

    static void read_port(std::uint16_t& port, const Node& node, int least) {
        if (const auto number = node.integer(least, 65535))
            port = static_cast<std::uint16_t>(*number);
    }

    void read_listen(Node node) {
        take_text(config_.listen.address, node.optional("address"));
        read_port(config_.listen.port, node.optional("port"), 0);
        if (Node tls = node.optional("tls")) {
            config_.listen.tls.emplace().where = tls.where();
            read_path(config_.listen.tls->certificate, tls.required("certificate"));
            read_path(config_.listen.tls->key, tls.required("key"));
            tls.finish();
        }
        node.finish();
    }

    void read_public_url(const Node& node) {
        if (!node) return;
        std::string url = node.text();
        if (url.empty()) return;
        while (url.ends_with('/')) url.pop_back();
        const auto host = url.find("://");
        const bool http = url.starts_with("http://") || url.starts_with("https://");
        if (!http || host + 3 >= url.size() || url.find_first_of(" \"<>?#") != std::string::npos)
            node.error("expected an address such as https://meldingen.example");
        config_.public_url = url;
    }

    void read_intake(Node node) {
        take(config_.intake.tolerance, node.optional("tolerance").parsed(parse_duration));
        take(config_.intake.max_body, node.optional("max_body").parsed(parse_size));
        std::set<std::string> names;
        for (Node entry : node.optional("sources").list()) {
            Config::Source source;
            source.name = unique_name(entry, names);
            const Node secrets = entry.required("secrets");
            for (const Node& secret : secrets.list())
                source.secrets.push_back(read_secret(secret, config_.folder, env_));
            if (secrets && secrets.is_list() && source.secrets.empty())
                secrets.error("a source needs at least one secret");
            entry.finish();
            config_.intake.sources.push_back(std::move(source));
        }
        node.finish();
    }

    static std::string unique_name(Node& entry, std::set<std::string>& names) {
        const Node node = entry.required("name");
        std::string name = node.text();
        if (!name.empty() && !names.insert(name).second)
            node.error("the name \"" + name + "\" is given twice");
        return name;
    }

    void read_api(Node node) {
        std::set<std::string> names;
        std::set<std::string> secrets;
        for (Node entry : node.optional("tokens").list()) {
            Config::Token token;
            token.name = unique_name(entry, names);
            take(token.role, entry.required("role").one_of<ApiRole>());
            const Node secret = entry.required("token");
            token.token = read_secret(secret, config_.folder, env_);
            // Which of the two is asking could not be told, nor in which role.
            if (!token.token.empty() && !secrets.insert(token.token.reveal()).second)
                secret.error("another token has the same secret");
            entry.finish();
            config_.tokens.push_back(std::move(token));
        }
        node.finish();
    }

    void read_answers(Node node) {
        for (const Node& entry : node.optional("keys").list()) {
            ConfiguredSecret key = read_secret(entry, config_.folder, env_);
            if (!key.empty() && key.reveal().size() < answer_key_least)
                entry.error("a key of links needs at least " + std::to_string(answer_key_least) +
                            " characters");
            config_.answers.keys.push_back(std::move(key));
        }
        take(config_.answers.valid, node.optional("valid").parsed(parse_duration));
        node.finish();
    }

    void read_mail(Node node) {
        using Transport = Config::Transport;
        Config::Mail& mail = config_.mail;
        if (const Node from = node.optional("from")) {
            const std::string text = from.text();
            const auto mailbox = parse_mailbox(text);
            if (!text.empty() && !mailbox)
                from.error("expected a sender such as \"NLWerktDoor <noreply@werk.example>\"");
            take(mail.from, mailbox);
        }
        take(mail.transport, node.optional("transport")
                                 .one_of<Transport>({{"directory", Transport::directory},
                                                     {"smtp", Transport::smtp}}));
        read_path(mail.directory, node.optional("directory"));
        read_smtp(node.optional("smtp"));
        read_retry(node.optional("retry"));
        node.finish();
    }

    void read_smtp(Node node) {
        Config::Smtp& smtp = config_.mail.smtp;
        take_text(smtp.host, node.optional("host"));
        read_port(smtp.port, node.optional("port"), 1);
        take(smtp.security, node.optional("security").one_of<SmtpSecurity>());
        if (const Node ca_file = node.optional("ca_file")) {
            read_path(smtp.ca_file, ca_file);
            if (config_.mail.transport == Config::Transport::smtp && !holds_pem(smtp.ca_file))
                ca_file.error("no certificates (PEM) can be read from " + smtp.ca_file.string());
        }
        const Node username = node.optional("username");
        const Node password = node.optional("password");
        take_text(smtp.username, username);
        if (username && !password) node.error("\"password\" is missing here, \"username\" is not");
        if (password && !username) node.error("\"username\" is missing here, \"password\" is not");
        if (password && config_.mail.transport == Config::Transport::smtp)
            smtp.password = read_secret(password, config_.folder, env_);
        node.finish();
    }

    void read_retry(Node node) {
        RetryRule& retry = config_.mail.retry;
        take(retry.first, node.optional("first").parsed(parse_duration));
        take(retry.most, node.optional("most").parsed(parse_duration));
        take(retry.give_up, node.optional("give_up").parsed(parse_duration));
        if (retry.most < retry.first) node.error("\"most\" must not be shorter than \"first\"");
        if (retry.give_up < retry.most) node.error("\"give_up\" must not be shorter than \"most\"");
        node.finish();
    }

    void read_log(Node node) {
        take(config_.log.level, node.optional("level").one_of<LogLevel>());
        take(config_.log.format, node.optional("format").one_of<LogFormat>());
        node.finish();
    }

    Config& config_;
    const EnvLookup& env_;
};

// The zone the file names; where that is not known, UTC after a finding, so that reading goes on.
Result<Zone> read_zone(Node root) {
    const Node node = root.optional("time_zone");
    const std::string name = node ? node.text() : "Europe/Amsterdam";
    auto zone = Zone::find(name.empty() ? "UTC" : name);
    if (zone) return zone;
    if (!node) return zone.error();
    node.error("unknown time zone \"" + name + "\"; expected one such as Europe/Amsterdam");
    return Zone::find("UTC");
}

}  // namespace

Parsed<Config> read_config(const std::filesystem::path& path, const EnvLookup& env) {
    auto source = read_source(path);
    if (!source) return Problems{source.error()};
    Findings findings;
    const auto document = parse_yaml(std::move(*source), findings);
    if (!document) return errors_of(findings);
    const Node root(*document, findings);
    const auto zone = read_zone(root);
    if (!zone) return Problems{{document->where(0), zone.error().text}};

    Config config(*zone, path);
    ConfigReader(config, env).read(root);
    Problems problems = errors_of(findings);
    if (!problems.empty()) return problems;
    return config;
}

}  // namespace werktdoord
