#include "codec/rules_places.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

#include "codec/nearest.hpp"
#include "codec/rules_file_names.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

using FileNeed = RulesFiles::Need;

class PlacesReader {
public:
    PlacesReader(RulesFiles& files, PlacesRead& read) : files_(files), read_(read) {}

    void municipalities() {
        const std::size_t told = files_.findings().size();
        each_row(rules_file::municipalities, FileNeed::must_exist,
                 {"code", "name", "region", "province"}, [this](const auto& row) {
                     const bool filled = filled_in(row);
                     if (!filled || !is_code(row[0])) return;
                     if (!codes_.insert(row[0].text).second)
                         return error(row[0], "municipality " + row[0].text + " is given twice");
                     read_.places.add({MunicipalityCode(row[0].text), row[1].text,
                                       RegionKey(row[2].text), row[3].text});
                     if (regions_.insert(row[2].text).second) read_.regions.push_back(row[2]);
                 });
        if (files_.findings().size() == told && codes_.empty())
            files_.findings().push_back(
                {Finding::Severity::error,
                 {where_of(file_, {}), "there must be at least one municipality"}});
        sound_ = files_.findings().size() == told;
        if (!sound_) read_ = {};
    }

    void postcodes() {
        std::set<int> seen;
        each_row(rules_file::postcodes, FileNeed::must_exist, {"pc4", "municipality"},
                 [&](const auto& row) {
                     const auto pc4 = postcode(row[0]);
                     if (!known(row[1]) || !pc4) return;
                     if (!seen.insert(*pc4).second)
                         return error(row[0], "postcode " + row[0].text + " is given twice");
                     read_.places.add_postcode(*pc4, MunicipalityCode(row[1].text));
                 });
    }

    void further() {
        each_row(rules_file::split_postcodes, FileNeed::may_lack, {"pc4", "municipality"},
                 [&](const auto& row) {
                     const auto pc4 = postcode(row[0]);
                     if (known(row[1]) && pc4)
                         read_.places.add_split(*pc4, MunicipalityCode(row[1].text));
                 });
        each_row(rules_file::former_municipalities, FileNeed::may_lack, {"name", "successor"},
                 [&](const auto& row) {
                     if (filled_in(row) && known(row[1]))
                         read_.places.add_former(row[0].text, MunicipalityCode(row[1].text));
                 });
    }

    void locations() {
        std::set<int> seen;
        each_row(rules_file::coordinates, FileNeed::may_lack, {"pc4", "latitude", "longitude"},
                 [&](const auto& row) {
                     const auto pc4 = postcode(row[0]);
                     const auto latitude = degrees(row[1], 90);
                     const auto longitude = degrees(row[2], 180);
                     if (!pc4 || !latitude || !longitude) return;
                     if (!seen.insert(*pc4).second)
                         return error(row[0], "postcode " + row[0].text + " is given twice");
                     read_.locations.add(*pc4, {*latitude, *longitude},
                                         read_.places.main_municipality(*pc4));
                 });
    }

private:
    void each_row(const std::string& name, FileNeed need,
                  const std::vector<std::string_view>& columns,
                  const std::function<void(const std::vector<CsvField>&)>& take) {
        const auto source = files_.read(name, need);
        if (!source) return;
        file_ = source->file;
        const auto rows = parse_csv(*source, columns, files_.findings());
        if (!rows) return;
        for (const auto& row : *rows) {
            if (is_full(files_.findings(), file_)) return;
            take(row);
        }
    }

    void error(const CsvField& field, std::string text) {
        tell(files_.findings(), file_, {Finding::Severity::error, {field.where, std::move(text)}});
    }

    bool filled_in(const std::vector<CsvField>& row) {
        bool filled = true;
        for (const auto& field : row) {
            if (!field.text.empty()) continue;
            error(field, "this may not be empty");
            filled = false;
        }
        return filled;
    }

    bool is_code(const CsvField& field) {
        const std::string& text = field.text;
        const bool right = text.size() == 6 && text.starts_with("GM") &&
                           text.find_first_not_of("0123456789", 2) == std::string::npos;
        if (!right) error(field, "expected a code such as GM0855, found \"" + text + "\"");
        return right;
    }

    std::optional<int> postcode(const CsvField& field) {
        int pc4 = 0;
        const std::string& text = field.text;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), pc4);
        if (text.size() == 4 && failure == std::errc() && end == text.data() + 4 && pc4 >= 1000)
            return pc4;
        error(field, "expected the four digits of a postcode, found \"" + text + "\"");
        return std::nullopt;
    }

    std::optional<double> degrees(const CsvField& field, double most) {
        double value = 0;
        const std::string& text = field.text;
        const char* last = text.data() + text.size();
        const auto [end, failure] = std::from_chars(text.data(), last, value);
        const bool number = !text.empty() && failure == std::errc() && end == last;
        if (number && value >= -most && value <= most) return value;
        error(field, "expected degrees such as 52.371, found \"" + text + "\"");
        return std::nullopt;
    }

    bool known(const CsvField& field) {
        if (!sound_) return false;  // this may be for want of a row that was told of
        if (codes_.contains(field.text)) return true;
        if (is_full(files_.findings(), file_)) return false;
        error(field, "unknown municipality \"" + field.text + "\"" +
                         did_you_mean(field.text, {codes_.begin(), codes_.end()}));
        return false;
    }

    RulesFiles& files_;
    PlacesRead& read_;
    bool sound_ = false;  // municipalities.csv
    std::string file_;    // that is read now
    std::set<std::string> codes_;
    std::set<std::string> regions_;
};

}  // namespace

PlacesRead read_places(RulesFiles& files) {
    PlacesRead read;
    PlacesReader reader(files, read);
    reader.municipalities();
    reader.postcodes();
    reader.further();
    reader.locations();
    return read;
}

void check_region_names(const PlacesRead& read, const Regions& regions, const std::string& where,
                        Findings& findings) {
    if (read.regions.empty() || regions.empty()) return;
    std::set<std::string> named;
    const std::size_t told = findings.size();
    for (const auto& field : read.regions) {
        named.insert(field.text);
        if (!regions.contains(RegionKey(field.text)))
            findings.push_back({Finding::Severity::error,
                                {field.where, "unknown region \"" + field.text + "\"" +
                                                  did_you_mean(field.text, key_texts(regions))}});
    }
    if (findings.size() != told) return;
    for (const auto& [key, region] : regions)
        if (!named.contains(key.text()))
            findings.push_back({Finding::Severity::warning,
                                {where, "no municipality lies in region \"" + key.text() + "\""}});
}

}  // namespace werktdoord
