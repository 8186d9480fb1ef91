// Secrets of the configuration: where they are written down and what they are.
#pragma once

#include <filesystem>

#include "codec/config.hpp"
#include "codec/yaml_node.hpp"

namespace werktdoord {

// Resolves `{ file: PATH }`, `{ env: NAME }`, `{ credential: NAME }` or a plain text. A secret that
// is missing or empty is an error at its place; no message ever holds a secret.
ConfiguredSecret read_secret(Node node, const std::filesystem::path& folder, const EnvLookup& env);

}  // namespace werktdoord
