// The nouns of the work route that an employer sends in (contract section 4, route.md "Words").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/key.hpp"
#include "base/zone.hpp"
#include "core/names.hpp"

namespace werktdoord {

enum class Kind { demand, offer };
enum class Urgency { normal, urgent };

// States of a request (contract section 5).
enum class State { registered, taken_up, referred, deciding, introduced, closed };

struct Contact {
    std::string name;
    std::string email;
    std::string phone;
    friend bool operator==(const Contact&, const Contact&) = default;
};

struct Employer {
    std::string name;
    std::string kvk_number;  // text: leading zeros count
    std::optional<int> size;
    Contact contact;
    friend bool operator==(const Employer&, const Employer&) = default;
};

// Where the work is; at least one of the two is given. As written by the employer.
struct Site {
    std::string postcode;
    std::string municipality;
    std::optional<int> headcount{};  // people wanted or offered here, where told
    friend bool operator==(const Site&, const Site&) = default;
};

struct Period {
    std::optional<LocalDay> from;
    std::optional<LocalDay> until;
    friend bool operator==(const Period&, const Period&) = default;
};

// People that one request may be about, and so that may be found for it.
inline constexpr int people_most = 10'000;

// What an employer asks or offers. Empty text means: not given.
struct RequestData {
    Kind kind = Kind::demand;
    Employer employer;
    std::vector<Site> sites;
    std::string sector;  // SBI code as given
    std::string occupation;
    int headcount = 0;
    std::optional<int> hours_per_week;
    Period period;
    std::vector<std::string> themes;
    std::optional<Urgency> urgency;
    std::string description;
    std::optional<bool> consent_to_introduce;

    // The whole `data` object as received, with the members nobody here knows. Opaque here.
    std::string document;

    friend bool operator==(const RequestData&, const RequestData&) = default;
};

template <>
struct Names<Kind> {
    static constexpr std::array<std::pair<Kind, std::string_view>, 2> table{
        {{Kind::demand, "demand"}, {Kind::offer, "offer"}}};
};

template <>
struct Names<Urgency> {
    static constexpr std::array<std::pair<Urgency, std::string_view>, 2> table{
        {{Urgency::normal, "normal"}, {Urgency::urgent, "urgent"}}};
};

template <>
struct Names<State> {
    static constexpr std::array<std::pair<State, std::string_view>, 6> table{
        {{State::registered, "registered"},
         {State::taken_up, "taken_up"},
         {State::referred, "referred"},
         {State::deciding, "deciding"},
         {State::introduced, "introduced"},
         {State::closed, "closed"}}};
};

}  // namespace werktdoord
