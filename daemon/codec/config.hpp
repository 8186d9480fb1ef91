// The configuration of this machine: `config/werktdoord.yaml` (contract section 2).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/zone.hpp"
#include "codec/config_choices.hpp"
#include "codec/email_address.hpp"

namespace werktdoord {

// The value of an environment variable; nothing when it is not set.
using EnvLookup = std::function<std::optional<std::string>(const std::string&)>;

// A secret, already resolved. Has no printing on purpose.
class ConfiguredSecret {
public:
    ConfiguredSecret() = default;
    ConfiguredSecret(std::string value, std::string where)
        : value_(std::move(value)), where_(std::move(where)) {}
    const std::string& reveal() const { return value_; }
    const std::string& where() const { return where_; }  // file:line:column of its entry
    bool empty() const { return value_.empty(); }

private:
    std::string value_;
    std::string where_;
};

struct Config {
    struct Tls {
        std::filesystem::path certificate;
        std::filesystem::path key;
        std::string where;  // file:line:column
    };
    struct Listen {
        std::string address = "127.0.0.1";
        std::uint16_t port = 8080;  // 0: any free one
        std::optional<Tls> tls;
    };
    // Who may send requests in. Several secrets: rotation. At least one.
    struct Source {
        std::string name;
        std::vector<ConfiguredSecret> secrets;
    };
    struct Intake {
        std::chrono::seconds tolerance = std::chrono::minutes(5);
        std::size_t max_body = std::size_t{256} * 1024;
        std::vector<Source> sources;
    };
    struct Token {
        std::string name;
        ApiRole role = ApiRole::read;
        ConfiguredSecret token;
    };
    // The links in mails. The first key signs, all of them verify; no keys: no links.
    struct Answers {
        std::vector<ConfiguredSecret> keys;
        std::chrono::seconds valid = std::chrono::days(28);
    };
    enum class Transport { directory, smtp };
    struct Smtp {
        std::string host = "localhost";
        std::uint16_t port = 25;
        SmtpSecurity security = SmtpSecurity::none;
        std::filesystem::path ca_file;  // empty: the certificates that the machine trusts
        std::string username;           // empty: no login
        ConfiguredSecret password;
    };
    struct Mail {
        Mailbox from{"NLWerktDoor", "noreply@nlwerktdoor.example"};
        Transport transport = Transport::directory;
        std::filesystem::path directory = "var/mail";
        Smtp smtp;
        RetryRule retry;
    };
    struct Log {
        LogLevel level = LogLevel::info;
        LogFormat format = LogFormat::logfmt;
    };

    Config(Zone its_zone, std::filesystem::path path)
        : zone(std::move(its_zone)),
          file(std::move(path)),
          folder(file.parent_path()),
          rules_at(file.string() + ":1:1") {}

    Zone zone;
    std::filesystem::path file;    // of this configuration
    std::filesystem::path folder;  // it lies in; all paths here are already against it
    Listen listen;
    std::string public_url = "http://127.0.0.1:8080";  // without a slash at the end
    std::filesystem::path store = "var/werktdoord.db";
    std::filesystem::path rules = "../rules";
    std::string rules_at;  // file:line:column of it, of the file where it is left out
    Intake intake;
    std::vector<Token> tokens;
    Answers answers;
    Mail mail;
    Log log;
};

// Reads the file and the secrets it names. What the file leaves out has the value above. Problems
// are all there are, each at file:line:column: unknown keys, wrong values, secrets that are missing
// or empty. A file's secret loses one line end; a credential lies in $CREDENTIALS_DIRECTORY. The
// password and the certificates of SMTP are looked at only when mail goes by SMTP.
Parsed<Config> read_config(const std::filesystem::path& path, const EnvLookup& env);

}  // namespace werktdoord
