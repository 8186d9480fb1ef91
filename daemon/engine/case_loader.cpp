#include "engine/case_loader.hpp"

namespace werktdoord {

namespace {

void add_partner(Store& store, Cases& cases, const RequestNumber& number) {
    if (number == cases.subject.number || cases.partners.contains(number)) return;
    if (auto partner = store.load(number)) cases.partners.emplace(number, std::move(*partner));
}

// A close concerns those introduced to it, and whether these have other partners that are open.
void add_introduced(Store& store, Cases& cases) {
    for (const Introduction& introduction : cases.subject.introductions)
        add_partner(store, cases, introduction.with);
    const std::map<RequestNumber, Case> partners = cases.partners;
    for (const auto& [number, partner] : partners)
        for (const Introduction& introduction : partner.introductions)
            if (introduction.open) add_partner(store, cases, introduction.with);
}

}  // namespace

std::optional<LoadedCases> load_cases(Store& store, const RecordEvent& command) {
    LoadedCases loaded;
    auto subject = store.load(command.request);
    if (!subject) return std::nullopt;
    loaded.before.subject = std::move(*subject);
    if (command.draft.with) add_partner(store, loaded.before, *command.draft.with);
    if (command.draft.name == EventName::request_closed) {
        add_introduced(store, loaded.before);
        if (command.draft.of) add_partner(store, loaded.before, *command.draft.of);
    }
    loaded.cases = loaded.before;
    return loaded;
}

void save_cases(Store& store, LoadedCases& loaded) {
    store.save(loaded.before.subject, loaded.cases.subject);
    for (auto& [number, partner] : loaded.cases.partners) {
        const Case& before = loaded.before.partners.at(number);
        if (!(before == partner)) store.save(before, partner);
    }
}

}  // namespace werktdoord
