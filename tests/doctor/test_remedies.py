"""Every refusal that somebody can put right says where; what is unknown is admitted."""

import ssl

import pytest
from aiohttp import ClientConnectorCertificateError, ClientConnectorError, ServerDisconnectedError, client_reqrep

from bot.doctor._finding import Level
from bot.doctor._remedies import CERTIFICATES, REMEDIES, refused, unreachable
from bot.shapes.outgoing import Outcome, Verdict

KEY = client_reqrep.ConnectionKey(
    "bot.example.com", 443, is_ssl=True, ssl=True, proxy=None, proxy_auth=None, proxy_headers_hash=None
)

REACHED = {
    "certificate": (ClientConnectorCertificateError(KEY, ssl.SSLCertVerificationError("expired")), "TLS 证书有问题"),
    "refused": (ClientConnectorError(KEY, ConnectionRefusedError(111, "refused")), "连接被拒绝"),
    "never": (TimeoutError(), "连接超时"),
    "broken off": (ServerDisconnectedError(), "连接中断（ServerDisconnectedError）"),
}


@pytest.mark.parametrize(("error", "expected"), REACHED.values(), ids=REACHED)
def test_why_nothing_was_reached(error: Exception, expected: str) -> None:
    remedy = unreachable(error)
    assert remedy.says == expected
    assert remedy.advice


@pytest.mark.parametrize("code", CERTIFICATES)
def test_what_is_wrong_with_a_certificate(code: int) -> None:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code = code
    assert unreachable(ClientConnectorCertificateError(KEY, error)) == CERTIFICATES[code]


@pytest.mark.parametrize("errcode", REMEDIES)
def test_each_refusal_names_its_code_and_a_next_step(errcode: int) -> None:
    finding = refused("应用凭证", Outcome(Verdict.MISCONFIGURED, errcode))
    assert (finding.level, finding.errcode) == (Level.FAIL, errcode)
    assert finding.line.startswith(f"✗ 应用凭证：{REMEDIES[errcode].says}（{errcode}）。下一步：")
    assert finding.line.endswith("。")
    assert "。。" not in finding.line


def test_no_answer_of_wecoms() -> None:
    outcome = Outcome(Verdict.RETRY, why="WeCom was not reached: ClientConnectorDNSError")
    assert refused("应用凭证", outcome).says == "没有得到企业微信的回答（ClientConnectorDNSError）"
