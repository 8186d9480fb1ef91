#include "net/smtp_transport.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <stdexcept>

#include "base/url_host.hpp"
#include "codec/email_address.hpp"
#include "net/smtp_dialog.hpp"

namespace werktdoord {
namespace {

constexpr curl_off_t grace_us = 10'000'000;  // for a message under way when interrupted
constexpr long idle_seconds = 30;            // servers close idle connections; be earlier

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One try to hand over one mail; what the callbacks need.
struct Attempt {
    Attempt(CURL* curl, const SmtpSettings& its_settings, const std::string& mime,
            const std::atomic<bool>& stop)
        : handle(curl),
          settings(its_settings),
          dialog(!its_settings.username.empty()),
          rest(mime),
          interrupted(stop) {}

    curl_off_t elapsed() const {
        curl_off_t microseconds = 0;
        curl_easy_getinfo(handle, CURLINFO_TOTAL_TIME_T, &microseconds);
        return microseconds;
    }

    CURL* handle;
    const SmtpSettings& settings;
    SmtpDialog dialog;
    std::string_view rest;  // of the message
    const std::atomic<bool>& interrupted;
    curl_off_t interrupted_at = -1;
    curl_off_t asked_at = 0;  // the last command, or the beginning of the message
    bool silent = false;      // given up, as the answer did not come
    char trouble[CURL_ERROR_SIZE] = "";
};

size_t give_body(char* target, size_t size, size_t count, void* data) {
    Attempt& attempt = *static_cast<Attempt*>(data);
    const std::size_t length = std::min(size * count, attempt.rest.size());
    std::memcpy(target, attempt.rest.data(), length);
    attempt.rest.remove_prefix(length);
    if (!attempt.dialog.body_begun()) attempt.asked_at = attempt.elapsed();
    attempt.dialog.sent_body();
    return length;
}

int listen(CURL*, curl_infotype type, char* text, size_t size, void* data) {
    if (data == nullptr) return 0;  // the farewell of a kept connection is about no mail
    Attempt& attempt = *static_cast<Attempt*>(data);
    if (type == CURLINFO_HEADER_OUT) {
        attempt.dialog.sent({text, size});
        attempt.asked_at = attempt.elapsed();
    }
    if (type == CURLINFO_HEADER_IN) attempt.dialog.received({text, size});
    return 0;
}

// Whether an answer takes too long. libcurl knows one limit for all of them, and what keeps on
// talking without an end does not fall under it.
bool too_long(const Attempt& attempt) {
    const SmtpSettings& limits = attempt.settings;
    const std::chrono::microseconds waited(attempt.elapsed() - attempt.asked_at);
    return waited > (attempt.dialog.body_begun() ? limits.verdict_timeout : limits.reply_timeout);
}

int watch(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    if (data == nullptr) return 0;
    Attempt& attempt = *static_cast<Attempt*>(data);
    attempt.silent = attempt.silent || too_long(attempt);
    if (attempt.silent) return 1;
    if (!attempt.interrupted) return 0;
    if (!attempt.dialog.body_begun()) return 1;
    const curl_off_t elapsed = attempt.elapsed();
    if (attempt.interrupted_at < 0) attempt.interrupted_at = elapsed;
    return elapsed - attempt.interrupted_at > grace_us ? 1 : 0;
}

// What went wrong, for who runs the machine.
std::string trouble_of(const Attempt& attempt, CURLcode result) {
    if (attempt.silent) return "the server does not answer";
    if (result == CURLE_RECV_ERROR) return "the server closed the connection";
    return attempt.trouble[0] == 0 ? curl_easy_strerror(result) : &attempt.trouble[0];
}

std::string url_of(const SmtpSettings& settings) {
    return std::string(settings.security == SmtpSecurity::tls ? "smtps://" : "smtp://") +
           url_host(settings.host, settings.port) + "/" + settings.hello;
}

void start_curl() {
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!started) throw std::runtime_error("libcurl does not start");
}

class SmtpTransport : public MailTransport {
public:
    explicit SmtpTransport(SmtpSettings settings) : settings_(std::move(settings)) {
        start_curl();
        handle_.reset(curl_easy_init());
        if (!handle_) throw std::runtime_error("libcurl does not start");
        set_server();
        set_callbacks();
    }

    SendOutcome send(const std::string& envelope_from, const std::string& to,
                     const std::string& mime, const std::string&) override {
        const std::optional<std::string> address = ascii_address(to);
        if (!address) return {SendOutcome::Kind::refused, "not_an_address"};
        const std::string from = "<" + envelope_from + ">";
        const std::unique_ptr<curl_slist, FreeList> recipients(
            curl_slist_append(nullptr, ("<" + *address + ">").c_str()));
        set(CURLOPT_MAIL_FROM, from.c_str());
        set(CURLOPT_MAIL_RCPT, recipients.get());
        bool fresh = false;
        SendOutcome outcome = attempt(mime, fresh);
        // A server may have closed the kept connection meanwhile; that says nothing of the server.
        if (fresh) outcome = attempt(mime, fresh);
        set(CURLOPT_MAIL_RCPT, nullptr);
        return outcome;
    }

    void interrupt() override { interrupted_ = true; }

private:
    template <class Value>
    void set(CURLoption option, Value value) {
        if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK)
            throw std::runtime_error("libcurl does not know option " + std::to_string(option));
    }

    // One try. `fresh` in: on a new connection; out: whether one on a new connection is worth it.
    SendOutcome attempt(const std::string& mime, bool& fresh) {
        Attempt state(handle_.get(), settings_, mime, interrupted_);
        set(CURLOPT_READDATA, &state);
        set(CURLOPT_DEBUGDATA, &state);
        set(CURLOPT_XFERINFODATA, &state);
        set(CURLOPT_ERRORBUFFER, &state.trouble[0]);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mime.size()));
        set(CURLOPT_FRESH_CONNECT, fresh ? 1L : 0L);
        const CURLcode result = curl_easy_perform(handle_.get());
        set(CURLOPT_DEBUGDATA, nullptr);
        set(CURLOPT_XFERINFODATA, nullptr);
        set(CURLOPT_ERRORBUFFER, nullptr);
        long connections = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_NUM_CONNECTS, &connections);
        fresh =
            result != CURLE_OK && connections == 0 && !interrupted_ && state.dialog.ended_early();
        if (result == CURLE_OK) return {};
        return state.dialog.outcome(trouble_of(state, result));
    }

    void set_server() {
        set(CURLOPT_URL, url_of(settings_).c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_PROXY, "");  // none, whatever the environment says
        const bool required = settings_.security != SmtpSecurity::none;
        set(CURLOPT_USE_SSL, static_cast<long>(required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!settings_.ca_file.empty()) set(CURLOPT_CAINFO, settings_.ca_file.c_str());
        if (!settings_.username.empty()) {
            set(CURLOPT_USERNAME, settings_.username.c_str());
            set(CURLOPT_PASSWORD, settings_.password.c_str());
        }
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
        // `watch` is earlier; this only keeps libcurl's own, shorter limit out of the way.
        const auto reply = std::chrono::ceil<std::chrono::seconds>(
            std::max(settings_.reply_timeout, settings_.verdict_timeout));
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(reply.count()) + 5);
        set(CURLOPT_MAXAGE_CONN, idle_seconds);
        set(CURLOPT_MAXCONNECTS, 1L);
        set(CURLOPT_NOSIGNAL, 1L);
    }

    void set_callbacks() {
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, &give_body);
        set(CURLOPT_VERBOSE, 1L);  // to `listen` only; nothing is printed
        set(CURLOPT_DEBUGFUNCTION, &listen);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &watch);
    }

    SmtpSettings settings_;
    std::atomic<bool> interrupted_ = false;
    std::unique_ptr<CURL, FreeHandle> handle_;
};

}  // namespace

std::unique_ptr<MailTransport> make_smtp_transport(SmtpSettings settings) {
    return std::make_unique<SmtpTransport>(std::move(settings));
}

}  // namespace werktdoord
