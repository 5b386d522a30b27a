// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/transferpool.h"
#include "app/teleconsultations/auth0tokens.h"
#include "app/teleconsultations/teleconsultationdesk.h"
#include "server/http/dispatcher.h"

namespace anteroom {

class Settings;

/// The endpoints of teleconsultations, under both prefixes, and whom Auth0's tokens speak for. What waits for
/// somebody else's server does so on threads of its own.
class TeleconsultationRoutes
{
public:
    /// All outlive the object.
    struct Parts
    {
        Store &store;
        const Settings &settings;
        const TeleconsultationService &service;
        TeleconsultationDesk &desk;
        Auth0Tokens &tokens;
    };
    explicit TeleconsultationRoutes(const Parts &parts);

    /// The object outlives the router.
    void addTo(Router &router);
    /// For Dispatcher::Parts.
    std::optional<Result<QString>> identify(const QByteArray &token,
                                            std::function<void(Result<QString>)> later);
    /// Breaks off what waits for others; each is answered.
    void stop();

private:
    enum class Operation { Create, Change, AddParticipant };

    void change(Operation operation, RouteCall &call);
    void remove(RouteCall &call);
    void get(RouteCall &call);
    void list(RouteCall &call);
    void invite(RouteCall &call);
    void perform(const TeleconsultationTask &task, const char *words, RouteCall &call);
    template<typename F>
    void asHost(const RouteCall &call, F fn);
    QString askerOf(const RouteCall &call) const;
    void addUnder(Router &router, const char *const (&paths)[4], const char *const (&ids)[7]);

    const Parts m_parts;
    TransferPool m_outside;
    TransferPool m_keys; ///< Auth0's keys are looked for here, so that nobody's calls wait for bad tokens
};

} // namespace anteroom
