// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/phrasebook.h"
#include "app/base/utctime.h"
#include "server/http/response.h"
#include "server/patient/template.h"

#include <QTimeZone>

#include <chrono>

namespace anteroom {

/// What every patient page has around it.
struct PageFrame
{
    QByteArray language = "en";
    bool rememberLanguage = false; ///< sets the cookie
    bool secure = false;           ///< the client's side is https
    QString clinic;                ///< the clinic's name; empty where it is not set
    QString logo;                  ///< its logo's version; empty: none
    QString phone;                 ///< and its phone number as it is shown
    QTimeZone zone = QTimeZone::utc();
    QString keep = {}; ///< what a change of language keeps of the query, with an '&' at its end
};

/// A photo that has arrived.
struct SentPhoto
{
    QString name;
    QString description;
    UtcTime when;
    qint64 size = 0; ///< bytes
};

/// What somebody sees who has given the right date of birth.
struct RequestView
{
    QByteArray link; ///< the shortLinkId
    QByteArray csrf;
    QString staffName;
    QString prompt; ///< empty: none
    bool forProxy = false;
    QList<SentPhoto> sent;
    int left = 20; ///< how many photos may still come
};

/// Why photos were not taken: of one photo, or (without a name) of all of them.
struct PhotoProblem
{
    QString photo;          ///< its name as sent; null: it concerns all of them
    QByteArray phrase;      ///< the key of the words
    bool worthAgain = true; ///< whether the same photo might do another time
};

/// Makes the patient pages (RULES.md, Patient page): complete answers with the headers that all of them
/// carry. Any thread.
class PatientPages
{
public:
    enum class Message {
        Expired,    ///< 410
        Cancelled,  ///< 200
        Ended,      ///< 403: an upload without a session; `link` leads back
        NotAllowed, ///< 405: a method that the page does not have
        Unreadable, ///< 400, 415
        TooLarge,   ///< 413: a body over the limit of all photos together
        Stalled,    ///< 408: a body that stopped coming
        Busy        ///< 503
    };

    explicit PatientPages(const Phrasebook &phrasebook);

    /// The date form, the same whatever link it was asked for.
    HttpResponse dateForm(const PageFrame &frame) const;

    /// Where a one-time code is asked for.
    HttpResponse codeOffer(const PageFrame &frame) const;
    /// The date form with a field for the code.
    HttpResponse codeForm(const PageFrame &frame) const;

    /// The form once more with the words for all refusals: nothing in it tells why. `withCode`: a code had
    /// been given. 403, or 429 with `retryAfter`.
    HttpResponse refused(const PageFrame &frame, std::chrono::seconds retryAfter = {},
                         bool withCode = false) const;

    /// What is asked for, what was sent, and the upload form; with problems, why nothing was taken.
    HttpResponse request(const PageFrame &frame, const RequestView &view, int status = 200,
                         const QList<PhotoProblem> &problems = {}) const;

    /// The answer to a script that sent one photo: 200, or the problem in words.
    HttpResponse scriptAnswer(const PageFrame &frame, int status,
                              const QList<PhotoProblem> &problems = {}) const;

    HttpResponse message(const PageFrame &frame, Message what, int status, const QByteArray &link = {}) const;

    /// `page.css`, `page.js`, `icon.svg`, smaller where the client takes gzip; 404 for others.
    HttpResponse asset(const QByteArray &name, bool gzip = false) const;

    /// 303 to `location`, with the headers of a page.
    static HttpResponse seeOther(const QByteArray &location);

    QString words(const QByteArray &language, QByteArrayView key, int n = -1) const;

    /// All templates there are. For tests.
    static QByteArrayList templateNames();

private:
    HttpResponse page(const PageFrame &frame, int status, const Template &content, TemplateData data,
                      const QString &title) const;
    QString scriptTexts(const QByteArray &language) const;

    const Phrasebook &m_phrasebook;
    Template m_layout, m_date, m_code, m_request, m_message;
    QHash<QByteArray, QByteArray> m_assets;
    QHash<QByteArray, QByteArray> m_gzipped; ///< the same
    QString m_version;                       ///< of the assets: changes with their content
};

} // namespace anteroom
