#include "net/answer_pages.hpp"

#include "codec/answer_form.hpp"
#include "codec/page_source.hpp"
#include "codec/sha256.hpp"
#include "net/limits.hpp"

namespace werktdoord {

// How a request is shown after what was done.
struct AnswerPages::Shown {
    int status = 200;
    Notice notice{};
    Typed typed{};
};

namespace {

using Tone = Page::Tone;

constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'";

HttpResponse html(int status, const Page& page) {
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Content-Language", "nl"},
                        {"Content-Security-Policy", std::string(policy)},
                        {"Referrer-Policy", "no-referrer"},
                        {"X-Robots-Tag", "noindex, nofollow"}};
    response.body = to_html(page);
    return response;
}

HttpResponse style(const HttpRequest&) {
    HttpResponse response;
    response.headers = {{"Content-Type", "text/css; charset=utf-8"},
                        {"Cache-Control", "public, max-age=3600"}};
    response.body = page_style();
    return response;
}

// The same for a link that is forged, cut short or made for another place.
HttpResponse unknown() {
    return html(404, plain_page("Deze link werkt niet",
                                {"Misschien is de link niet helemaal overgenomen. Open de link "
                                 "nog eens vanuit de mail.",
                                 "Vragen? Neem contact op met Team NLWerktDoor."}));
}

HttpResponse busy() {
    HttpResponse response =
        html(503, plain_page("Het lukt nu even niet",
                             {"Probeer het over een paar minuten opnieuw. Er wordt niets dubbel "
                              "vastgelegd."}));
    response.headers.emplace_back("Retry-After", std::to_string(retry_after_seconds));
    return response;
}

HttpResponse unreadable(int status, const char* why) {
    return html(status,
                plain_page("Dit formulier kan niet worden gelezen",
                           {why, "Er is niets vastgelegd. Ga terug en probeer het opnieuw."}));
}

// The field of an engine's problem: "/wsps/0" is of "wsps".
std::string field_of(const std::string& pointer) {
    if (pointer.empty()) return {};
    return pointer.substr(1, pointer.find('/', 1) - 1);
}

Problems in_dutch(const Problems& problems) {
    Problems mine;
    for (const Problem& problem : problems)
        mine.push_back({field_of(problem.where),
                        problem.where == "/happenedAt"
                            ? "Dit moment kan niet: het is nog niet geweest, of het was vóór de "
                              "melding bij u kwam."
                            : "Dit past niet bij de melding. Kies iets anders."});
    return mine;
}

bool at_a_field(const Page& page) {
    for (const PageForm& form : page.forms)
        for (const PageField& field : form.fields)
            if (!field.problem.empty()) return true;
    return false;
}

Notice notice_of(const Reply& reply, EventName event) {
    switch (reply.outcome) {
        case Reply::Outcome::stored:
            return {Tone::done, recorded_words(event)};
        case Reply::Outcome::repeated:
            return {Tone::done, "Dit hadden wij al van u. Er is niets dubbel vastgelegd."};
        default:
            break;
    }
    if (reply.refusal && reply.refusal->kind == RefusalKind::conflict)
        return {Tone::caution,
                "Dit is niet nog eens vastgelegd: het was al gedaan, door u of door iemand anders, "
                "of het past niet meer. Hieronder ziet u hoe het nu staat en wat u nu kunt doen."};
    return {};
}

int status_of(const Reply& reply) {
    if (reply.outcome != Reply::Outcome::refused || !reply.refusal) return 200;
    return reply.refusal->kind == RefusalKind::conflict ? 409 : 400;
}

}  // namespace

std::vector<Endpoint> AnswerPages::endpoints() const {
    if (deps_.keys.empty()) return {};
    auto get = [this](HttpRequest request, HttpRespond respond) {
        look(request, std::move(respond));
    };
    auto post = [this](HttpRequest request, HttpRespond respond) {
        answer(request, std::move(respond));
    };
    auto css = [](HttpRequest request, HttpRespond respond) { respond(style(request)); };
    return {{"GET", "/antwoord/{token}", std::move(get)},
            {"POST", "/antwoord/{token}", std::move(post)},
            {"GET", "/antwoord.css", std::move(css)}};
}

bool AnswerPages::expired(const Visit& visit) const {
    return deps_.time.now() >= visit.link.expires;
}

void AnswerPages::look(const HttpRequest& request, HttpRespond respond) const {
    const std::string& token = request.captured.front();
    const auto link = read_token(token, deps_.keys);
    if (!link) return respond(unknown());
    const Visit visit{*link, token};
    if (expired(visit)) return respond(html(410, expired_page(*link)));
    show(visit, {200, {}, {chosen_in_mail(request.query), {}}}, std::move(respond));
}

void AnswerPages::answer(const HttpRequest& request, HttpRespond respond) const {
    const std::string& token = request.captured.front();
    const auto link = read_token(token, deps_.keys);
    if (!link) return respond(unknown());
    if (!request.has_type("application/x-www-form-urlencoded"))
        return respond(unreadable(415, "Dit is geen formulier van deze pagina."));
    if (request.body.size() > answer_form_bytes)
        return respond(unreadable(413, "De tekst is te lang."));
    const auto form = read_web_form(request.body);
    if (!form) return respond(unreadable(400, "Er staan tekens in die niet kunnen."));
    const Visit visit{*link, token};
    if (!expired(visit)) return record(visit, *form, request.body, std::move(respond));
    if (form->first("event") == "new_link") return renew(visit, std::move(respond));
    respond(html(410, expired_page(*link)));
}

void AnswerPages::record(const Visit& visit, const WebForm& form, const std::string& body,
                         HttpRespond respond) const {
    auto command =
        read_answer(form, visit.link, link_id(visit.token), deps_.gateway.rules()->calendar.zone());
    if (!command) {
        const bool strange = command.error().front().where.empty();
        Shown shown{400, {}, {form, command.error()}};
        if (strange) shown.notice = {Tone::caution, command.error().front().text};
        return show(visit, std::move(shown), std::move(respond));
    }
    // The same button pressed twice: the same words, from the same page, by the same link.
    const std::string once = sha256_hex(visit.token + "\n" + body);
    const EventName event = command->draft.name;
    auto done = [this, visit, form, event, respond = std::move(respond)](const Reply& reply) {
        if (reply.outcome == Reply::Outcome::unavailable) {
            deps_.log.sparingly(LogLevel::error, "answer.unavailable", {{"reason", reply.detail}});
            return respond(busy());
        }
        Shown shown{status_of(reply), notice_of(reply, event), {}};
        if (shown.status == 400) shown.typed = {form, in_dutch(reply.refusal->problems)};
        show(visit, std::move(shown), respond);
    };
    deps_.gateway.record(std::move(*command), IdempotencyKey{"answer/" + once, once},
                         std::move(done));
}

void AnswerPages::renew(const Visit& visit, HttpRespond respond) const {
    auto done = [this, respond = std::move(respond)](const Reply& reply) {
        switch (reply.outcome) {
            case Reply::Outcome::stored:
                return respond(
                    html(200, plain_page("De nieuwe link is onderweg",
                                         {"U krijgt zo een mail met een nieuwe link."})));
            case Reply::Outcome::repeated:
                return respond(html(
                    429,
                    plain_page("De nieuwe link is al gemaild",
                               {"Wij hebben het afgelopen uur al een nieuwe link gemaild. Kijk "
                                "ook bij uw ongewenste mail.",
                                "Geen mail gekregen? Probeer het over een uur opnieuw."})));
            case Reply::Outcome::unavailable:
                deps_.log.sparingly(LogLevel::error, "answer.unavailable",
                                    {{"reason", reply.detail}});
                return respond(busy());
            default:
                return respond(html(
                    409,
                    plain_page("Er kan geen nieuwe link komen",
                               {"De melding is afgesloten, of het adres van de oude link hoort "
                                "niet meer bij deze melding.",
                                "Vragen? Neem contact op met Team NLWerktDoor."})));
        }
    };
    deps_.gateway.renew({visit.link.mail, visit.link.request, visit.link.region}, std::move(done));
}

void AnswerPages::show(const Visit& visit, Shown shown, HttpRespond respond) const {
    auto page = [this, visit, shown = std::move(shown)](StoreReader& reader) {
        const auto found = reader.load(visit.link.request);
        if (!found) return unknown();
        Page whole = answer_page(*found, *deps_.gateway.rules(), visit.link, deps_.time.now(),
                                 shown.notice, shown.typed);
        const bool untold = shown.status == 400 && whole.notice.empty() && !at_a_field(whole);
        if (untold) {
            whole.tone = Tone::caution;
            whole.notice =
                "Dit kon niet worden vastgelegd: het past niet bij de melding zoals die "
                "nu is. Neem contact op met Team NLWerktDoor.";
        }
        return html(shown.status, whole);
    };
    auto work = [this, respond, page = std::move(page)](StoreReader& reader) {
        try {
            return respond(page(reader));
        } catch (const std::exception& fault) {
            deps_.log.line(LogLevel::error, "answer.failed", {{"reason", fault.what()}});
        }
        respond(busy());
    };
    if (!deps_.readers.post(std::move(work))) respond(busy());
}

}  // namespace werktdoord
