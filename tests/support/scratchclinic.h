// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/fileservice.h"
#include "app/filerequests/patientaccess.h"
#include "app/filerequests/publicurl.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"
#include "tests/support/scratchstore.h"

namespace anteroom {

/// A scratch store with the services of file requests on it. Settings are given as an environment.
class ScratchClinic : public ScratchStore
{
public:
    explicit ScratchClinic(QHash<QByteArray, QString> environment = {})
        : settings(std::move(environment))
        , vault(SecretKey::random())
        , outbox(settings, vault)
        , publicUrl(settings)
        , fileRequests(settings, outbox, publicUrl)
        , files(settings, vault, outbox)
        , access(settings, vault, outbox)
    {
        publicUrl.setListener(QStringLiteral("http://127.0.0.1:8081"));
    }

    /// The first of the contract's examples: a photo from John Smith, asked for by Dr Rachel Williams.
    static NewFileRequest example()
    {
        NewFileRequest input;
        input.prompt = QStringLiteral("Please take a photo of your rash.");
        input.type = QStringLiteral("photo");
        input.accountUserId = QStringLiteral("42");
        input.accountId = QStringLiteral("12");
        input.staffName = QStringLiteral("Dr Rachel Williams");
        input.patientDateOfBirth = QStringLiteral("1980-06-17");
        input.patientFirstName = QStringLiteral("John");
        input.patientLastName = QStringLiteral("Smith");
        input.patientMobile = QStringLiteral("+447777123456");
        input.recipientMobile = QStringLiteral("+447777123456");
        return input;
    }

    static Actor token(Scopes scopes, QVector<QString> accounts = {})
    {
        Actor actor;
        actor.kind = Actor::Kind::Token;
        actor.id = "0198c0de-0000-7000-8000-000000000001";
        actor.name = QStringLiteral("test");
        actor.scopes = scopes;
        actor.accounts = std::move(accounts);
        actor.source = "127.0.0.1";
        return actor;
    }

    static Actor staff()
    {
        Actor actor;
        actor.kind = Actor::Kind::Staff;
        actor.id = "0198c0de-0000-7000-8000-000000000002";
        actor.name = QStringLiteral("rachel");
        actor.role = Actor::Role::Clinician;
        actor.source = "console";
        return actor;
    }

    Result<FileRequestView> tryCreate(const NewFileRequest &input, Origin origin = Origin::Http,
                                      const Actor &actor = staff())
    {
        return store().writeNow(
            [&](WriteTransaction &tx) { return fileRequests.create(tx, actor, input, origin); });
    }

    FileRequestView create(const NewFileRequest &input = example(), Origin origin = Origin::Http)
    {
        auto view = tryCreate(input, origin);
        if (!view)
            qFatal("the request was refused: %s (%s)", view.error().reason,
                   view.error().field ? view.error().field : "");
        return *std::move(view);
    }

    /// Oldest first.
    QVector<Message> messages()
    {
        return read([&](Transaction &tx) { return outbox.listOldestFirst(tx, {.limit = 100}).items; });
    }

    Settings settings;
    Vault vault;
    Outbox outbox;
    PublicUrl publicUrl;
    FileRequestService fileRequests;
    FileService files;
    PatientAccess access;
};

} // namespace anteroom
