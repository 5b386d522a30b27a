// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/staffservice.h"

#include "app/access/audit.h"
#include "app/access/password.h"
#include "app/access/staffrepository.h"

#include <QHash>

#include <algorithm>
#include <mutex>

namespace anteroom {

using namespace std::chrono_literals;

namespace {

constexpr int loginLength = 64;
constexpr int nameLength = 200;
constexpr int freeTries = 5;
constexpr std::chrono::seconds firstWait = 30s;
constexpr std::chrono::seconds longestWait = 15min;
constexpr auto forgottenAfter = 24h;
constexpr qsizetype loginsRemembered = 10'000;

QString folded(const QString &login)
{
    return login.trimmed().normalized(QString::NormalizationForm_KC).toCaseFolded();
}

bool isPlain(const QString &text, int longest)
{
    const auto odd = [](QChar c) { return !c.isPrint() && !c.isSurrogate(); };
    return !text.isEmpty() && text.size() <= longest && std::none_of(text.begin(), text.end(), odd);
}

Result<void> check(const NewStaff &input)
{
    if (!isPlain(input.login, loginLength))
        return fail(ErrorCode::Invalid, "staff.login", "login");
    if (!isPlain(input.name, nameLength))
        return fail(ErrorCode::Invalid, "staff.name", "name");
    if (input.role == Actor::Role::None)
        return fail(ErrorCode::Invalid, "staff.role", "role");
    return checkPassword(input.password);
}

} // namespace

/// How often each login was tried in vain, also those that nobody has. Any thread.
class StaffService::Tries
{
public:
    struct State
    {
        int count = 0;
        UtcTime blockedUntil{};
    };

    /// Counts a try as a wrong one before its password is looked at, so that many at once get no further than
    /// many in a row. How long to wait instead, where that is due. `kept` is what the store remembers.
    std::optional<std::chrono::microseconds> begin(const QString &login, const State &kept, UtcTime now)
    {
        const std::lock_guard lock(m_mutex);
        if (m_states.size() >= loginsRemembered)
            m_states.removeIf([now](const auto &item) { return item->blockedUntil <= now; });
        State &state = m_states[login];
        if (kept.count > state.count)
            state = kept;
        if (state.blockedUntil > now)
            return state.blockedUntil - now;
        if (state.count >= freeTries && state.blockedUntil + forgottenAfter < now)
            state = {};
        ++state.count;
        if (state.count >= freeTries) {
            const int doublings = std::min(state.count - freeTries, 10);
            state.blockedUntil = now + std::min(firstWait * (1 << doublings), longestWait);
        }
        return std::nullopt;
    }

    State state(const QString &login) const
    {
        const std::lock_guard lock(m_mutex);
        return m_states.value(login);
    }

    void clear(const QString &login)
    {
        const std::lock_guard lock(m_mutex);
        m_states.remove(login);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, State> m_states;
};

StaffService::StaffService(Store &store)
    : m_store(store)
    , m_tries(std::make_unique<Tries>())
{
    m_hashers.setMaxThreadCount(2);
}

StaffService::~StaffService()
{
    m_hashers.waitForDone();
}

template<typename F>
auto StaffService::start(F work) -> QFuture<std::invoke_result_t<F &>>
{
    using R = std::invoke_result_t<F &>;
    auto promise = std::make_shared<QPromise<R>>();
    QFuture<R> future = promise->future();
    promise->start();
    m_hashers.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

bool StaffService::hasAnyStaff(Transaction &tx)
{
    return StaffRepository::any(tx);
}

Page<Staff> StaffService::list(Transaction &tx, const PageRequest &page)
{
    return StaffRepository::list(tx, page);
}

std::optional<Staff> StaffService::byLogin(Transaction &tx, const QString &login)
{
    return StaffRepository::byLogin(tx, folded(login));
}

QFuture<Result<Staff>> StaffService::add(const Actor &actor, const NewStaff &input)
{
    return start([this, actor, input] { return addNow(actor, input, false); });
}

QFuture<Result<Staff>> StaffService::addFirst(NewStaff input)
{
    input.role = Actor::Role::Admin;
    return start([this, input] { return addNow(Actor::system("console"), input, true); });
}

Result<Staff> StaffService::addNow(const Actor &actor, NewStaff input, bool onlyAsFirst)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    input.login = folded(input.login);
    input.name = input.name.trimmed();
    if (const auto good = check(input); !good)
        return fail(good.error());
    const auto hash = hashPassword(input.password);
    if (!hash)
        return fail(hash.error());
    return m_store.writeNow([&](WriteTransaction &tx) -> Result<Staff> {
        if (onlyAsFirst && StaffRepository::any(tx))
            return fail(ErrorCode::Conflict, "staff.not_the_first");
        Staff staff;
        staff.id = StaffId::generate(tx.now());
        staff.login = input.login;
        staff.name = input.name;
        staff.role = input.role;
        staff.createdAt = tx.now();
        if (!StaffRepository::insert(tx, staff, *hash))
            return fail(ErrorCode::Conflict, "staff.login_taken", "login");
        recordAudit(tx, actor, {.action = "staff.add", .subject = staff.id.text()});
        return staff;
    });
}

QFuture<Result<Staff>> StaffService::signIn(const QString &login, const QString &password,
                                            const QByteArray &source)
{
    return start([this, login, password, source] {
        return signInNow(folded(login), password, source, "staff.sign_in");
    });
}

Result<Staff> StaffService::signInNow(const QString &login, const QString &password, const QByteArray &source,
                                      const char *action)
{
    const auto read = m_store.readNow([&](Transaction &tx) -> Result<std::optional<StaffCredentials>> {
        return StaffRepository::credentials(tx, login);
    });
    if (!read)
        return fail(read.error());
    const std::optional<StaffCredentials> &known = *read;

    // The log names nobody who is unknown: people type passwords into the wrong field.
    Actor actor;
    actor.kind = Actor::Kind::Staff;
    actor.source = source;
    if (known)
        actor = known->staff.actor(source);

    Tries::State kept;
    if (known)
        kept = {known->wrongTries, known->blockedUntil.value_or(UtcTime{})};
    if (const auto wait = m_tries->begin(login, kept, m_store.clock().now())) {
        m_store.writeLater([actor, action](WriteTransaction &tx) {
            recordAudit(tx, actor, {.action = action, .subject = actor.id, .outcome = "staff.wait"});
        });
        return fail(ErrorCode::TooMany, "staff.wait", nullptr,
                    {{QStringLiteral("retryAfterMs"),
                      qint64(std::chrono::ceil<std::chrono::milliseconds>(*wait).count())}});
    }

    bool right = false;
    if (known)
        right = isPassword(known->passwordHash, password) && !known->staff.disabledAt;
    else
        (void)hashPassword(password); // the same work for a login that nobody has
    if (right)
        m_tries->clear(login);
    const Tries::State tries = m_tries->state(login);

    const auto written = m_store.writeNow([&](WriteTransaction &tx) -> Result<bool> {
        if (known)
            StaffRepository::setTries(tx, known->staff.id, tries.count,
                                      tries.count ? std::optional(tries.blockedUntil) : std::nullopt);
        recordAudit(tx, actor,
                    {.action = action, .subject = actor.id, .outcome = right ? "ok" : "staff.wrong_login"});
        return true;
    });
    if (!written)
        return fail(written.error());
    if (!right)
        return fail(ErrorCode::Unauthenticated, "staff.wrong_login");
    return known->staff;
}

QFuture<Result<void>> StaffService::changePassword(const Actor &actor, const QString &oldPassword,
                                                   const QString &newPassword)
{
    return start([this, actor, oldPassword, newPassword]() -> Result<void> {
        if (const auto good = checkPassword(newPassword); !good)
            return good;
        const auto signedIn = signInNow(actor.name, oldPassword, actor.source, "staff.check_password");
        if (!signedIn)
            return fail(signedIn.error());
        const auto hash = hashPassword(newPassword);
        if (!hash)
            return fail(hash.error());
        return m_store.writeNow([&](WriteTransaction &tx) -> Result<void> {
            StaffRepository::setPassword(tx, signedIn->id, *hash);
            recordAudit(tx, actor, {.action = "staff.change_password", .subject = signedIn->id.text()});
            return {};
        });
    });
}

QFuture<Result<void>> StaffService::setPassword(const Actor &actor, const StaffId &id,
                                                const QString &newPassword)
{
    return start([this, actor, id, newPassword]() -> Result<void> {
        if (!actor.isAdmin())
            return fail(ErrorCode::Forbidden, "access.admin_only");
        if (const auto good = checkPassword(newPassword); !good)
            return good;
        const auto hash = hashPassword(newPassword);
        if (!hash)
            return fail(hash.error());
        const auto login = m_store.writeNow([&](WriteTransaction &tx) -> Result<QString> {
            const auto staff = StaffRepository::byId(tx, id);
            if (!staff)
                return fail(ErrorCode::NotFound, "staff.unknown");
            StaffRepository::setPassword(tx, id, *hash);
            recordAudit(tx, actor, {.action = "staff.set_password", .subject = id.text()});
            return staff->login;
        });
        if (!login)
            return fail(login.error());
        m_tries->clear(*login);
        return {};
    });
}

QHash<StaffId, UtcTime> StaffService::blocked(Transaction &tx)
{
    return StaffRepository::blocked(tx);
}

Result<void> StaffService::unlock(WriteTransaction &tx, const Actor &actor, const StaffId &id) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto staff = StaffRepository::byId(tx, id);
    if (!staff)
        return fail(ErrorCode::NotFound, "staff.unknown");
    StaffRepository::setTries(tx, id, 0, std::nullopt);
    m_tries->clear(staff->login);
    recordAudit(tx, actor, {.action = "staff.unlock", .subject = id.text()});
    tx.changed(Topic::Staff, id.text());
    return {};
}

Result<void> StaffService::setDisabled(WriteTransaction &tx, const Actor &actor, const StaffId &id,
                                       bool disabled)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto staff = StaffRepository::byId(tx, id);
    if (!staff)
        return fail(ErrorCode::NotFound, "staff.unknown");
    if (staff->disabledAt.has_value() == disabled)
        return {};
    if (disabled && staff->role == Actor::Role::Admin && StaffRepository::enabledAdmins(tx) == 1)
        return fail(ErrorCode::Conflict, "staff.last_admin");
    StaffRepository::setDisabled(tx, id, disabled ? std::optional(tx.now()) : std::nullopt);
    recordAudit(tx, actor, {.action = disabled ? "staff.disable" : "staff.enable", .subject = id.text()});
    return {};
}

} // namespace anteroom
