"""An emergency, the whole program in the sandbox: cards, phones that ring, and an end as soon as somebody has it."""

from pathlib import Path

from tests.doctor.clinic import opened
from tests.wecom.test_office_in_the_sandbox import heard

ZHANG, WU, LI = "zhangsan", "wuguan", "lina"
NUMBER = "SG-20261122-001"


async def test_phones_ring_until_somebody_has_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as clinic:
        clinic.values["safety"] = {"calls": {"voice": True, "together": 1, "chain": ["wecom_admin", "hr"]}}
        async with clinic.running():
            await clinic.do("say", **{"from": ZHANG, "to": "bot", "text": "3号车间有人触电了"})
            await heard(clinic, WU, NUMBER)
            await clinic.do("clock", advance=61)
            assert [ring.userid for ring in clinic.world.office.calls.values()] == [WU]
            await clinic.do("phone", userid=WU, answer=True)
            await clinic.do("clock", advance=61)
            await heard(clinic, LI, "前面的人还没有确认，现在轮到你。请回「收到」")
            await clinic.do("say", **{"from": LI, "to": "bot", "text": "收到"})
            await heard(clinic, ZHANG, f"{NUMBER}：李娜")
            await clinic.do("clock", advance=3600)
            assert len(clinic.world.office.calls) == 1
            await clinic.do("say", **{"from": ZHANG, "to": "bot", "text": f"/事故 {NUMBER}"})
            await heard(clinic, ZHANG, "吴管 接了电话，还没按收到")
