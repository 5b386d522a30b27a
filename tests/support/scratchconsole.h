// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/clinic.h"
#include "app/directory/userservice.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/publicurl.h"
#include "ui/directory/directorysearch.h"

#include <QTemporaryDir>
#include <QTest>

namespace anteroom {

/// A whole clinic in a folder of its own for the console's pages, with somebody signed in. Settings are given
/// as an environment. The clock is the machine's, for the pages' own timers run by it, unless another is
/// given.
class ScratchConsole
{
public:
    /// `clock` outlives it.
    explicit ScratchConsole(const QHash<QByteArray, QString> &environment = {}, const Clock *clock = nullptr)
    {
        auto opened = Clinic::open({.dataDir = m_dir.path(), .environment = environment},
                                   clock ? *clock : static_cast<const Clock &>(m_clock));
        if (!opened)
            qFatal("the scratch clinic could not be opened: %s", opened.error().reason);
        m_clinic = *std::move(opened);
        m_clinic->publicUrl().setListener(QStringLiteral("http://127.0.0.1:8081"));
        m_search = std::make_unique<DirectorySearch>(*m_clinic, actor());
    }

    Clinic &clinic() { return *m_clinic; }
    PersonSearch &search() { return *m_search; }

    static std::function<Actor()> actor()
    {
        return [] {
            Staff staff;
            staff.id = StaffId::fromTrusted("0198c0de-0000-7000-8000-000000000002");
            staff.login = QStringLiteral("rachel");
            staff.name = QStringLiteral("Dr Rachel Williams");
            staff.role = Actor::Role::Admin;
            return staff.actor("console");
        };
    }

    template<typename F>
    auto write(F fn)
    {
        auto done = m_clinic->store().writeNow(std::move(fn));
        if (!done)
            qFatal("a write failed: %s", done.error().reason);
        return *std::move(done);
    }

    template<typename F>
    auto read(F fn)
    {
        auto done = m_clinic->store().readNow(std::move(fn));
        if (!done)
            qFatal("a read failed: %s", done.error().reason);
        return *std::move(done);
    }

    User addPatient(const QString &first, const QString &last, const QString &mobile,
                    const QString &born = QStringLiteral("1980-06-17"))
    {
        UserInput input;
        input.firstName = first;
        input.lastName = last;
        input.dateOfBirth = born;
        input.mobile = mobile;
        input.mobileVerified = !mobile.isNull();
        return write([&](WriteTransaction &tx) { return m_clinic->users().add(tx, actor()(), input); });
    }

    /// A request as another system makes it over HTTP.
    FileRequestView ask(const User &patient,
                        const QString &prompt = QStringLiteral("Please take a photo of your rash."))
    {
        NewFileRequest input;
        input.type = QStringLiteral("photo");
        input.prompt = prompt;
        input.accountId = QStringLiteral("1");
        input.accountUserId = QStringLiteral("42");
        input.staffName = QStringLiteral("Dr Rachel Williams");
        input.patientDateOfBirth = patient.dateOfBirth.toString(Qt::ISODate);
        input.patientFirstName = patient.firstName;
        input.patientLastName = patient.lastName;
        input.patientMobile = patient.mobile;
        input.recipientMobile = patient.mobile;
        return write([&](WriteTransaction &tx) {
            return m_clinic->fileRequests().create(tx, Actor::system("test"), input, Origin::Http);
        });
    }

    QVector<Message> messages()
    {
        return read([&](Transaction &tx) -> Result<QVector<Message>> {
            return m_clinic->outbox().listOldestFirst(tx, {.limit = 100}).items;
        });
    }

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<DirectorySearch> m_search;
};

} // namespace anteroom
