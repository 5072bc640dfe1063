"""What every part of a plan has in common."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from bygdeplan.model.om import Om, OmDel
from bygdeplan.ord.frase import MÅLFORMER

_FORMER = frozenset(MÅLFORMER)


class Del(BaseModel):
    """A mapping in the plan file: cannot be changed, knows all its keys.

    A key with nothing after it is as good as left out; so is one with both written forms and
    nothing after either.

    The text under each field is Nynorsk: it is what an editor shows the plan author, and is read
    by `lookup.help_of`, for pydantic would read it each time the program starts. What else is true
    of a field stands in the `Om` that its annotation carries.
    """

    OM_DELEN: ClassVar[OmDel] = OmDel()
    """What is true of the class."""
    OM: ClassVar[Mapping[str, Om]] = MappingProxyType({})
    """What is true of each field, in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Gather what is true of the fields; raises `TypeError` for one that says nothing."""
        super().__pydantic_init_subclass__(**kwargs)
        told = {
            name: next((fact for fact in field.metadata if isinstance(fact, Om)), None)
            for name, field in cls.model_fields.items()
        }
        if silent := [name for name, om in told.items() if om is None]:
            raise TypeError(f"{cls.__name__} does not say what is true of {', '.join(silent)}")
        cls.OM = MappingProxyType({name: om for name, om in told.items() if om is not None})

    @model_validator(mode="before")
    @classmethod
    def _empty_is_left_out(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        # An unknown key stays, for it is a fault whatever is written after it.
        known = cls.model_fields
        empty = [
            name
            for name, part in value.items()
            if (part is None or (isinstance(part, dict) and _has_no_text(part))) and name in known
        ]
        return {name: part for name, part in value.items() if name not in empty} if empty else value


def _has_no_text(forms: dict[Any, Any]) -> bool:
    """Whether it has keys for written forms alone, and nothing is written in any of them."""
    return bool(forms) and forms.keys() <= _FORMER and all(text is None for text in forms.values())
