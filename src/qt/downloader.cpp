#include "qt/downloader.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTemporaryFile>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>
#include <optional>

namespace cw {

namespace {

constexpr int silenceMs = 30'000;
constexpr int pollMs = 50;
constexpr int mostRedirects = 5;
constexpr qsizetype longestName = 150;

QString qs(const std::string& text)
{
    return QString::fromStdString(text);
}

/// The proxy that the system names for an address.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

/// A file name without folders, control characters and leading dots.
QString safeName(QString name)
{
    name = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    name.removeIf(
        [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F || QStringLiteral(":*?\"<>|").contains(c); });
    while (name.startsWith(u'.')) name.remove(0, 1);
    return name.trimmed().right(longestName);
}

/// What the server calls the file, else the end of its address.
QString nameOf(const QNetworkReply& reply)
{
    const auto disposition = QString::fromUtf8(reply.rawHeader("Content-Disposition"));
    QString name;
    if (const auto at = disposition.indexOf(QLatin1String("filename="), 0, Qt::CaseInsensitive); at >= 0) {
        name = disposition.mid(at + 9).trimmed();
        name = name.startsWith(u'"') ? name.mid(1).section(u'"', 0, 0) : name.section(u';', 0, 0);
    }
    name = safeName(name);
    if (name.isEmpty()) name = safeName(reply.url().path(QUrl::FullyDecoded));
    return name.isEmpty() ? QStringLiteral("download") : name;
}

/// "a.zip", or "a (2).zip" when that is there.
QString freeName(const QDir& folder, const QString& name)
{
    const QFileInfo info(name);
    const auto ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    auto candidate = name;
    for (int number = 2; folder.exists(candidate); ++number)
        candidate = info.completeBaseName() + QStringLiteral(" (%1)").arg(number) + ending;
    return candidate;
}

QNetworkRequest requestFor(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Chartwright"));
    request.setTransferTimeout(silenceMs);
    return request;
}

Error errorOf(const QNetworkReply& reply)
{
    using E = QNetworkReply::NetworkError;
    const auto address = reply.url().toDisplayString(QUrl::RemoveUserInfo).toStdString();
    const auto host = reply.url().host().toStdString();
    switch (reply.error()) {
    case E::ContentNotFoundError:
    case E::ContentGoneError: return {ErrorKind::notFound, "QT-013", host + " has no file at " + address};
    case E::ContentAccessDenied:
    case E::ContentOperationNotPermittedError:
    case E::AuthenticationRequiredError:
    case E::ProxyAuthenticationRequiredError:
        return {ErrorKind::denied, "QT-014", host + " does not give out " + address + " without a sign-in"};
    case E::ConnectionRefusedError:
    case E::RemoteHostClosedError:
    case E::HostNotFoundError:
    case E::TimeoutError:
    case E::OperationCanceledError:  // The transfer timeout; our own cancelling is known before.
    case E::TemporaryNetworkFailureError:
    case E::NetworkSessionFailedError:
    case E::ProxyConnectionRefusedError:
    case E::ProxyNotFoundError:
    case E::ProxyTimeoutError:
    case E::UnknownNetworkError:
        return {ErrorKind::io, "QT-015",
                host + " cannot be reached. Nothing else needs a network: download the file on another computer and "
                       "import it here"};
    case E::SslHandshakeFailedError: return {ErrorKind::io, "QT-016", "there is no safe connection to " + host};
    case E::TooManyRedirectsError:
    case E::InsecureRedirectError:
        return {ErrorKind::io, "QT-017", address + " leads on too often, or from https to http"};
    default:
        return {ErrorKind::io, "QT-018", host + " did not give the file (" + reply.errorString().toStdString() + ")"};
    }
}

/// One download on a thread of its own, which runs its event loop.
class Fetch final {
public:
    Fetch(const DownloadRequest& request, const Progress& progress) : m_request(request), m_progress(progress) {}

    void run()
    {
        QEventLoop loop;
        QNetworkAccessManager manager;
        manager.setProxyFactory(new SystemProxies);  // The manager owns it.
        m_file = std::make_unique<QTemporaryFile>(
            QDir(qs(m_request.folder.string())).filePath(QStringLiteral(".download-XXXXXX.part")));
        if (!m_file->open()) return fail({ErrorKind::io, "QT-019", "the download folder cannot be written"});
        const std::unique_ptr<QNetworkReply> reply(manager.get(requestFor(QUrl(qs(m_request.address)))));
        QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] { take(*reply); });
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
            if (m_progress.isCancelled()) stop(*reply, {ErrorKind::cancelled, "QT-010", "the download was cancelled"});
        });
        watch.start(pollMs);
        if (!reply->isFinished()) loop.exec();
        if (m_error) return;
        if (reply->error() != QNetworkReply::NoError) return fail(errorOf(*reply));
        take(*reply);
        if (!m_error) keep(*reply);
    }

    std::int64_t done() const noexcept { return m_done; }
    std::int64_t total() const noexcept { return m_total; }
    Result<DownloadedFile> result() const { return m_error ? Result<DownloadedFile>(*m_error) : m_result; }

private:
    void fail(Error error) { m_error = std::move(error); }
    void stop(QNetworkReply& reply, Error error)
    {
        if (m_error) return;
        fail(std::move(error));
        reply.abort();
    }

    void take(QNetworkReply& reply)
    {
        const auto length = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        m_total = std::max<std::int64_t>(length, 0);
        const auto bytes = reply.readAll();
        const auto limit = static_cast<std::int64_t>(m_request.limitBytes);
        if (m_total > limit || m_done + bytes.size() > limit)
            return stop(reply, {ErrorKind::invalidInput, "QT-012",
                                "the file is larger than " + std::to_string(limit >> 20U) + " MB; it was not taken"});
        if (m_file->write(bytes) != bytes.size())
            return stop(reply, {ErrorKind::io, "QT-020", "the download cannot be written (disk full?)"});
        m_done += bytes.size();
    }

    void keep(const QNetworkReply& reply)
    {
        const QDir folder(qs(m_request.folder.string()));
        const auto name = freeName(folder, nameOf(reply));
        m_file->setAutoRemove(false);
        if (!m_file->flush() || !m_file->rename(folder.filePath(name))) {
            m_file->setAutoRemove(true);
            return fail({ErrorKind::io, "QT-021", "the download cannot be put in its place"});
        }
        const auto type = reply.header(QNetworkRequest::ContentTypeHeader).toString();
        m_result.file = m_request.folder / name.toStdString();
        m_result.address = reply.url().toDisplayString(QUrl::RemoveUserInfo).toStdString();
        m_result.bytes = static_cast<std::uintmax_t>(m_done.load());
        m_result.isPage = type.contains(QLatin1String("html"), Qt::CaseInsensitive);
    }

    const DownloadRequest& m_request;
    const Progress& m_progress;
    std::unique_ptr<QTemporaryFile> m_file;  ///< Removes itself unless kept.
    std::atomic<std::int64_t> m_done = 0;
    std::atomic<std::int64_t> m_total = 0;
    std::optional<Error> m_error;
    DownloadedFile m_result;
};

}  // namespace

Result<DownloadedFile> Downloader::download(const DownloadRequest& request, const Progress& progress)
{
    const QUrl url(qs(request.address), QUrl::TolerantMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return Error{ErrorKind::invalidInput, "QT-011",
                     "an address begins with https:// or http:// and names a server"};
    Fetch fetch(request, progress);
    // A thread of its own: the caller's may have an event loop, and loops are not nested.
    const std::unique_ptr<QThread> thread(QThread::create([&fetch] { fetch.run(); }));
    thread->start();
    const auto what = "Downloading from " + url.host().toStdString();
    while (!thread->wait(pollMs)) progress.report(fetch.done(), fetch.total(), what);
    progress.report(fetch.done(), fetch.total(), what);
    return fetch.result();
}

}  // namespace cw
