#include "store/json_list.hpp"

#include <boost/json.hpp>

#include "codec/json_text.hpp"
#include "store/store.hpp"

namespace werktdoord {
namespace {

template <class Item>
std::vector<Item> read_list(std::string_view text, const std::optional<RequestNumber>& of) {
    try {
        return boost::json::value_to<std::vector<Item>>(boost::json::parse(text));
    } catch (const std::exception&) {
        throw StoreFault(
            "store: a list " + (of ? "of " + of->text() + " " : std::string()) + "cannot be read",
            false);
    }
}

template <class Item>
std::string written(const std::vector<Item>& items) {
    JsonText out;
    out.open('[');
    for (const Item& item : items) out.value(item);
    out.close(']');
    return out.take();
}

}  // namespace

std::string to_list_text(const std::vector<std::string>& items) {
    return written(items);
}

std::string to_list_text(const std::vector<std::size_t>& items) {
    return written(items);
}

std::vector<std::string> read_texts(std::string_view text, const std::optional<RequestNumber>& of) {
    return read_list<std::string>(text, of);
}

std::vector<std::size_t> read_indexes(std::string_view text) {
    return read_list<std::size_t>(text, {});
}

}  // namespace werktdoord
