#include "codec/answer_fields.hpp"

namespace werktdoord {

namespace {

using enum EventName;
using Input = PageField::Kind;

// What a form says around its fields.
struct FormWords {
    EventName event;
    const char* heading;
    const char* explanation;
    const char* button;
    const char* recorded;
};

constexpr FormWords words_of_all[]{
    {referral_forwarded, "Doorsturen naar het WSP",
     "Het WSP krijgt de melding per mail en antwoordt de werkgever.", "Stuur door",
     "de melding is doorgestuurd."},
    {referral_wsp_responded, "De werkgever heeft antwoord",
     "Leg vast dat het WSP contact heeft gehad met de werkgever.", "Leg het antwoord vast",
     "de werkgever heeft antwoord van het WSP."},
    {referral_feedback, "De stand van zaken doorgeven",
     "De werkgever en Team NLWerktDoor krijgen hiervan bericht.", "Geef de stand door",
     "de stand van zaken is doorgegeven."},
    {referral_reported_back, "De uitkomst terugmelden",
     "Daarmee is de melding voor uw regio klaar. Team NLWerktDoor krijgt bericht.",
     "Meld de uitkomst terug", "de uitkomst is teruggemeld. Uw regio is klaar met deze melding."},
    {referral_wsp_withdrawn, "Een WSP van de melding afhalen",
     "Is de melding niet voor dit WSP? Dan hoeft het niet meer te antwoorden.", "Haal dit WSP eraf",
     "het WSP is van de melding afgehaald."},
    {referral_declined, "De melding teruggeven",
     "Past de melding niet bij uw regio? Team NLWerktDoor gaat er dan mee verder.", "Geef terug",
     "de melding is teruggegeven aan Team NLWerktDoor."},
    {request_taken_up, "De melding oppakken",
     "Leg vast dat u contact hebt gehad met de werkgever. De melding staat dan op uw naam.",
     "Leg vast: opgepakt", "u hebt de melding opgepakt."},
    {request_referred, "Doorsturen naar de regio",
     "Het regiocontact krijgt de melding per mail. De werkgever krijgt bericht.", "Stuur door",
     "de melding is doorgestuurd naar de regio."},
    {request_continued, "Doorgaan met de andere regio's",
     "Een regio is klaar. U besluit dat de andere regio's gewoon doorgaan.", "Leg dit besluit vast",
     "de andere regio's gaan door."},
    {referral_heard_back, "Uw antwoord",
     "Zegt u nee? Dan kijken het regiocontact en Team NLWerktDoor wat er misging.", "Verstuur",
     "uw antwoord. Dank u wel."},
    {request_note, "Een opmerking vastleggen", "De opmerking komt bij de melding te staan.",
     "Leg de opmerking vast", "uw opmerking."}};

const FormWords& words_of(EventName event) {
    for (const FormWords& words : words_of_all)
        if (words.event == event) return words;
    return words_of_all[std::size(words_of_all) - 1];
}

std::string choice_value(Role role) {
    return std::string(name_of(role));
}
template <class Tag>
std::string choice_value(const Key<Tag>& key) {
    return key.text();
}

// One form; shows again what was typed in it.
class FormMaker {
public:
    FormMaker(EventName event, const AnswerOffers& offers, const Asker& asker, const Typed& typed)
        : event_(event),
          offers_(offers),
          asker_(asker),
          typed_(typed),
          again_(typed.form.first("event") == name_of(event)) {}

    PageForm make(std::int64_t version) {
        const FormWords& words = words_of(event_);
        form_.id = std::string(name_of(event_));
        form_.heading = words.heading;
        form_.explanation = words.explanation;
        form_.button = words.button;
        form_.hidden = {{"event", form_.id}, {"version", std::to_string(version)}};
        add_fields();
        if (event_ != referral_wsp_withdrawn && event_ != referral_heard_back)
            add({Input::text, "note", note_label(), note_hint(), "", {}, ""});
        return std::move(form_);
    }

private:
    void add_fields() {
        switch (event_) {
            case referral_forwarded:
                add_choices(Input::boxes, "wsps", "Naar welk WSP?", offers_.wsps);
                if (!offers_.inform.empty())
                    add_choices(Input::boxes, "inform", "Wie krijgt de melding ter informatie?",
                                offers_.inform);
                return;
            case referral_wsp_responded:
                if (asker_.role != Role::wsp)
                    add_awaited("Welk WSP heeft de werkgever geantwoord?");
                return add_moment();
            case request_taken_up:
                return add_moment();
            case referral_wsp_withdrawn:
                add_awaited("Welk WSP?");
                return add({Input::text, "reason", "Waarom?", "", "", {}, ""});
            case referral_feedback:
                return add({Input::number,
                            "filled",
                            "Hoeveel plaatsen zijn tot nu toe ingevuld?",
                            "Is er nog niemand? Vul dan 0 in.",
                            "",
                            {},
                            ""});
            case referral_reported_back:
                return add_outcome();
            case referral_declined:
                return add_decline();
            case referral_heard_back:
                return add({Input::radios, "heard", "Heeft het WSP u gesproken?", "", "",
                            yes_or_no(), ""});
            case request_referred:
                return add_choices(Input::boxes, "regions", "Naar welke regio?", offers_.regions);
            default:
                return;
        }
    }

    void add(PageField field) {
        if (again_) {
            field.value = typed_.form.first(field.name);
            for (PageChoice& choice : field.choices)
                choice.chosen = typed_.form.has(field.name, choice.value);
            for (const Problem& problem : typed_.problems)
                if (problem.where == field.name) field.problem = problem.text;
        }
        form_.fields.push_back(std::move(field));
    }

    template <class Item>
    void add_choices(Input kind, const char* name, const char* label,
                     const std::vector<Choice<Item>>& choices) {
        PageField field{kind, name, label, "", "", {}, ""};
        for (const auto& choice : choices)
            field.choices.push_back({choice_value(choice.key), choice.name, choice.proposed});
        add(std::move(field));
    }

    void add_awaited(const char* label) {
        std::vector<Choice<WspKey>> awaited = offers_.awaited;
        if (awaited.size() == 1) awaited.front().proposed = true;
        add_choices(Input::radios, "wsp", label, awaited);
    }

    static std::vector<PageChoice> yes_or_no() {
        return {{"yes", "Ja, het WSP heeft mij gesproken", false},
                {"no", "Nee, ik heb het WSP niet gesproken", false}};
    }

    void add_moment() {
        PageField field{
            Input::moment, "happenedAt", "Wanneer was dat? (mag leeg blijven)", "", "", {}, ""};
        field.hint = "Laat dit leeg als het net was.";
        add(std::move(field));
    }

    void add_outcome() {
        add({Input::radios,
             "outcome",
             "Hoe is het afgelopen?",
             "",
             "",
             {{"filled", "Alle plaatsen zijn ingevuld", false},
              {"partly_filled", "Een deel is ingevuld", false},
              {"not_filled", "Het is niet gelukt", false}},
             ""});
        add({Input::number,
             "filled",
             "Hoeveel plaatsen zijn ingevuld?",
             "Alleen nodig als een deel is ingevuld.",
             "",
             {},
             ""});
    }

    void add_decline() {
        add({Input::radios,
             "reason",
             "Waarom geeft u de melding terug?",
             "",
             "",
             {{"other_region", "De melding hoort bij een andere regio", false},
              {"no_capacity", "Wij hebben nu geen capaciteit", false},
              {"not_suitable", "De melding past niet bij ons", false},
              {"other", "Een andere reden", false}},
             ""});
        PageField region{
            Input::select, "suggests", "Welke regio past wel? (mag leeg blijven)", "", "", {}, ""};
        region.choices.push_back({"", "Geen voorstel", true});
        for (const auto& other : offers_.others)
            region.choices.push_back({other.key.text(), other.name, false});
        add(std::move(region));
    }

    const char* note_label() const {
        if (event_ == request_note) return "Uw opmerking";
        return event_ == referral_declined ? "Toelichting" : "Toelichting (mag leeg blijven)";
    }

    const char* note_hint() const {
        switch (event_) {
            case referral_feedback:
                return "De werkgever leest dit ook.";
            case referral_forwarded:
                return "Het WSP leest dit.";
            case request_referred:
                return "Het regiocontact leest dit.";
            case referral_declined:
                return "Mag leeg blijven, behalve bij een andere reden.";
            default:
                return "";
        }
    }

    EventName event_;
    const AnswerOffers& offers_;
    const Asker& asker_;
    const Typed& typed_;
    bool again_;
    PageForm form_;
};

}  // namespace

std::vector<PageForm> answer_forms(const AnswerOffers& offers, const Asker& asker,
                                   std::int64_t version, const Typed& typed) {
    std::vector<PageForm> forms;
    for (const EventName event : offers.events)
        forms.push_back(FormMaker(event, offers, asker, typed).make(version));
    return forms;
}

std::string recorded_words(EventName event) {
    return std::string("Vastgelegd: ") + words_of(event).recorded;
}

}  // namespace werktdoord
