#include "net/intake_handler.hpp"

#include "codec/intake_body.hpp"
#include "codec/sha256.hpp"
#include "net/problem_response.hpp"
#include "net/reply_response.hpp"

namespace werktdoord {
namespace {

std::string_view result_of(const Reply& reply) {
    switch (reply.outcome) {
        case Reply::Outcome::stored:
            return "stored";
        case Reply::Outcome::repeated:
            return "repeated";
        case Reply::Outcome::id_reused:
            return "conflict";
        case Reply::Outcome::refused:
            return "refused";
        case Reply::Outcome::rejected:
            return "rejected";
        case Reply::Outcome::unavailable:
            return "unavailable";
    }
    return "unavailable";
}

}  // namespace

// Who sent it, or why it was not believed.
struct IntakeHandler::Signed {
    Verdict verdict = Verdict::no_match;
    std::string source;
    std::string webhook_id;
};

IntakeHandler::IntakeHandler(Gateway& gateway, const TimeSource& time, Metrics& metrics, Log& log,
                             std::vector<IntakeSource> sources, std::chrono::seconds tolerance,
                             RateLimit rate)
    : gateway_(gateway),
      time_(time),
      metrics_(metrics),
      log_(log),
      sources_(std::move(sources)),
      tolerance_(tolerance),
      limiter_(rate) {}

void IntakeHandler::handle(HttpRequest request, HttpRespond respond) {
    const auto format = intake_format(request.header("content-type").value_or(""));
    if (!format) {
        HttpResponse response = problem_response(
            415, "A submission is application/json or application/cloudevents+json.");
        return respond(refuse(415, "content_type", std::move(response)));
    }
    const Instant now = time_.now();
    const Signed sender = authenticate(request, now);
    if (sender.verdict != Verdict::ok) {
        HttpResponse response =
            problem_response(401, "The signature of this webhook is not valid.");
        response.headers.emplace_back("WWW-Authenticate", "Webhook-Signature");
        return respond(refuse(401, name_of(sender.verdict), std::move(response)));
    }
    const int wait = limiter_.take(sender.source, now);
    if (wait > 0)
        return respond(refuse(429, "rate", try_again(429, "Too many submissions at once.", wait)));
    auto data = read_intake_body(*format, request.body, sender.webhook_id);
    if (!data) return reject(sender, request, data.error(), std::move(respond));
    submit(sender, request, std::move(*data), std::move(respond));
}

IntakeHandler::Signed IntakeHandler::authenticate(const HttpRequest& request, Instant now) const {
    const auto id = request.header("webhook-id");
    const auto timestamp = request.header("webhook-timestamp");
    const auto signature = request.header("webhook-signature");
    WebhookHeaders headers;
    if (id) headers.id = *id;
    if (timestamp) headers.timestamp = *timestamp;
    if (signature) headers.signature = *signature;
    Signed sender;
    for (const IntakeSource& source : sources_) {
        sender.verdict = verify(headers, request.body, source.secrets, now, tolerance_);
        if (sender.verdict != Verdict::ok) continue;
        sender.source = source.name;
        sender.webhook_id = *id;
        return sender;
    }
    return sender;
}

HttpResponse IntakeHandler::refuse(int status, std::string_view reason, HttpResponse response) {
    metrics_.intake("refused", reason);
    if (told_.take(std::string(reason), time_.now()) > 0) {
        ++untold_;
        return response;
    }
    LogFields fields{{"status", std::to_string(status)}, {"reason", std::string(reason)}};
    if (untold_ > 0) fields.emplace_back("untold", std::to_string(std::exchange(untold_, 0)));
    log_.line(LogLevel::warning, "intake.refused", std::move(fields));
    return response;
}

void IntakeHandler::reject(const Signed& sender, const HttpRequest& request, Problems problems,
                           HttpRespond respond) {
    RejectSubmission command;
    command.source = sender.source;
    command.webhook_id = sender.webhook_id;
    command.body_hash = sha256_hex(request.body);
    command.body = request.body;
    command.problems = problems;
    auto done = [this, source = sender.source, problems = std::move(problems),
                 respond = std::move(respond)](const Reply& reply) {
        count(reply, source);
        const bool kept =
            reply.outcome == Reply::Outcome::rejected || reply.outcome == Reply::Outcome::repeated;
        respond(kept ? problem_response(400, "This is not a request; see errors.", problems)
                     : reply_response(reply, webhook_id_reused));
    };
    gateway_.reject(std::move(command), std::move(done));
}

void IntakeHandler::submit(const Signed& sender, const HttpRequest& request, RequestData data,
                           HttpRespond respond) {
    Submit command;
    command.data = std::move(data);
    command.source = sender.source;
    command.webhook_id = sender.webhook_id;
    command.body_hash = sha256_hex(request.body);
    command.ahead = route_ahead(command.data, gateway_.rules(), time_.now());
    auto done = [this, source = sender.source, respond = std::move(respond)](const Reply& reply) {
        count(reply, source);
        respond(reply_response(reply, webhook_id_reused));
    };
    gateway_.submit(std::move(command), std::move(done));
}

void IntakeHandler::count(const Reply& reply, const std::string& source) {
    const std::string_view result = result_of(reply);
    const bool failed = reply.outcome == Reply::Outcome::unavailable;
    const bool invalid = reply.outcome == Reply::Outcome::rejected;
    metrics_.intake(result, invalid ? "not_a_request" : failed ? "store" : "none");
    LogFields fields{{"source", source}, {"result", std::string(result)}};
    if (reply.request) fields.emplace_back("request", reply.request->text());
    if (!failed) return log_.line(LogLevel::debug, "intake.answered", std::move(fields));
    fields.emplace_back("reason", reply.detail);
    log_.sparingly(LogLevel::error, "intake.answered", std::move(fields));
}

}  // namespace werktdoord
