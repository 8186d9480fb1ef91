#include "codec/config_secrets.hpp"

#include <fstream>
#include <system_error>

namespace werktdoord {

namespace {

constexpr std::size_t most_bytes = 64 * 1024;

std::string without_line_end(std::string text) {
    if (text.ends_with('\n')) text.pop_back();
    if (text.ends_with('\r')) text.pop_back();
    return text;
}

// What stands at a secret may be the secret itself, written in the wrong way: messages name the
// place and the folder, never the text.
std::string from_file(const Node& node, const std::filesystem::path& folder,
                      const std::string& name) {
    const auto path = folder / name;
    const std::string unreadable =
        "the file named here cannot be read; a relative path starts at " + folder.string();
    std::error_code failure;
    std::ifstream in(path, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(path, failure)) {
        node.error(unreadable);
        return {};
    }
    std::string bytes(most_bytes + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad() || bytes.size() > most_bytes) {
        node.error(unreadable);
        return {};
    }
    std::string secret = without_line_end(std::move(bytes));
    if (secret.empty()) node.error("the file named here is empty");
    return secret;
}

std::string from_variable(const Node& node, const EnvLookup& env) {
    const std::string name = node.text();
    if (name.empty()) return {};
    std::string secret = env(name).value_or("");
    if (secret.empty()) node.error("the environment variable named here is not set");
    return secret;
}

std::string from_credential(const Node& node, const EnvLookup& env) {
    const std::string name = node.text();
    if (name.empty()) return {};
    if (name.find('/') != std::string::npos || name == "." || name == "..") {
        node.error("a credential is a name without folders");
        return {};
    }
    const auto folder = env("CREDENTIALS_DIRECTORY");
    if (!folder || folder->empty()) {
        node.error(
            "the credential named here is missing: CREDENTIALS_DIRECTORY is not set (systemd sets "
            "it)");
        return {};
    }
    return from_file(node, *folder, name);
}

}  // namespace

ConfiguredSecret read_secret(Node node, const std::filesystem::path& folder, const EnvLookup& env) {
    if (!node.is_map()) return {node.text(), node.where()};
    const Node file = node.optional("file");
    const Node variable = node.optional("env");
    const Node credential = node.optional("credential");
    node.finish_unnamed();
    const int given = (file ? 1 : 0) + (variable ? 1 : 0) + (credential ? 1 : 0);
    if (given != 1) {
        node.error("a secret needs exactly one of: file, env, credential");
        return {};
    }
    std::string secret;
    if (file) {
        const std::string path = file.text();
        if (!path.empty()) secret = from_file(file, folder, path);
    } else {
        secret = variable ? from_variable(variable, env) : from_credential(credential, env);
    }
    return {std::move(secret), node.where()};
}

}  // namespace werktdoord
